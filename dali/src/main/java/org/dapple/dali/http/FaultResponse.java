package org.dapple.dali.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.fault.ServiceFault;

/** A fault as the whole answer, in the form of the protocol that was spoken. */
public final class FaultResponse {

    private FaultResponse() {}

    /**
     * Answers with the fault that a failure is shown as.
     *
     * @throws ServiceFault when part of another answer has left already: thrown on, it makes the container break the
     *     connection, so that the client does not take the part for the whole
     * @throws IOException when the client is gone
     */
    public static void send(Throwable failure, FaultForm form, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            breakConnection(failure);
        }
        ServiceFault fault = ServiceFault.from(failure);
        response.resetBuffer();
        response.setStatus(form.httpStatus().applyAsInt(fault.category()));
        response.setContentType(form.mediaType());
        fault.retryAfter()
                .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        form.document().write(fault, response.getOutputStream());
    }

    private static void breakConnection(Throwable failure) throws IOException {
        if (failure instanceof IOException clientGone) {
            throw clientGone;
        }
        throw ServiceFault.from(failure);
    }
}
