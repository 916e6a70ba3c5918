package org.dapple.dali.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Lets scripts of any site read the answers, and answers their preflights (Fetch Standard §3.3), since the data are public. */
final class CorsFilter extends HttpFilter {

    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9-]+(, *[A-Za-z0-9-]+)*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "*");
        if (isPreflight(request)) {
            preflight(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void preflight(HttpServletRequest request, HttpServletResponse response) {
        String headers = request.getHeader("Access-Control-Request-Headers");
        if (headers != null && HEADER_NAMES.matcher(headers).matches()) {
            response.setHeader("Access-Control-Allow-Headers", headers);
        }
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
