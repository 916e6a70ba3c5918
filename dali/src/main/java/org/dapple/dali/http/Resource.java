package org.dapple.dali.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;

/** What is served at a path; a method it does not answer to is a fault like others, and not the container's page. */
public class Resource extends HttpServlet {

    private final String allowed;

    /** One that is read only. */
    protected Resource() {
        this("GET, HEAD, OPTIONS");
    }

    /** @param allowed the methods it answers to, as the header Allow lists them (RFC 9110 §10.2.1) */
    protected Resource(String allowed) {
        this.allowed = allowed;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String methods = allowed(request);
        if (!List.of(methods.split(", ")).contains(request.getMethod())) {
            response.setHeader("Allow", methods);
            throw ServiceFault.of(
                    FaultCategory.METHOD,
                    "%s does not answer to %s but to %s."
                            .formatted(request.getRequestURI(), request.getMethod(), methods));
        }
        super.service(request, response);
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Allow", allowed(request));
    }

    /** The methods of the very resource that is asked for, where a servlet has several. */
    protected String allowed(HttpServletRequest request) {
        return allowed;
    }
}
