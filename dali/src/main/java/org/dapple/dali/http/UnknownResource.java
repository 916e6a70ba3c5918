package org.dapple.dali.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dapple.dali.fault.ServiceFault;

/** Answers where no other servlet does. */
final class UnknownResource extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        throw ServiceFault.notFound("There is no resource %s here.".formatted(request.getRequestURI()));
    }
}
