package org.dapple.dali.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.votable.VOTableError;

/** A fault as the whole answer: a VOTable with the message and the HTTP status of its category (DALI 1.1 §4.2). */
final class FaultResponse {

    private FaultResponse() {}

    /**
     * Answers with the fault that a failure is shown as.
     *
     * @throws ServiceFault when part of another answer has left already: thrown on, it makes the container break the
     *     connection, so that the client does not take the part for the whole
     * @throws IOException when the client is gone
     */
    static void send(Throwable failure, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            breakConnection(failure);
        }
        ServiceFault fault = ServiceFault.from(failure);
        response.resetBuffer();
        response.setStatus(fault.category().httpStatus());
        response.setContentType(VOTableError.MEDIA_TYPE);
        fault.retryAfter()
                .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        VOTableError.write(fault.getMessage(), response.getOutputStream());
    }

    private static void breakConnection(Throwable failure) throws IOException {
        if (failure instanceof IOException clientGone) {
            throw clientGone;
        }
        throw ServiceFault.from(failure);
    }
}
