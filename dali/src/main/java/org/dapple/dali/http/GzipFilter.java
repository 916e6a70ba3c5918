package org.dapple.dali.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Compresses what clients take compressed (RFC 9110 §12.5.3). It is done here and not left to the container, so that it is
 * the same in any, and so that a flush passes through: the first row leaves at once, compressed or not.
 *
 * <p>A servlet that goes on asynchronously writes to the response of its {@code startAsync()}, which is not compressed.
 */
final class GzipFilter extends HttpFilter {

    private static final Pattern GZIP =
            Pattern.compile("(?i)(gzip|x-gzip|\\*)\\s*(;\\s*q\\s*=\\s*(1(\\.0*)?|0\\.\\d*[1-9]\\d*))?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.addHeader("Vary", "Accept-Encoding");
        if (!isAccepted(request.getHeader("Accept-Encoding"))) {
            chain.doFilter(request, response);
            return;
        }
        GzipResponse compressed = new GzipResponse(response);
        chain.doFilter(request, compressed);
        if (!request.isAsyncStarted()) {
            compressed.finish();
        }
    }

    /** Whether gzip is among the encodings; one that is listed with a weight of zero is refused. */
    private static boolean isAccepted(String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.split(","))
                        .anyMatch(encoding -> GZIP.matcher(encoding.strip()).matches());
    }
}
