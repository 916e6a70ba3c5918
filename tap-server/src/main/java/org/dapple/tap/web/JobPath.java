package org.dapple.tap.web;

import java.util.List;
import org.dapple.dali.fault.ServiceFault;

/**
 * Which resource of which job (UWS 1.1 §2.2.1).
 *
 * @param jobId empty for the list of jobs
 * @param resource below the job, such as {@code phase}; empty for the job itself
 * @param item below that, such as the name of a result; mostly empty
 */
record JobPath(String jobId, String resource, String item) {

    /** Reads the path below {@code async}. */
    static JobPath of(String pathInfo) {
        List<String> segments = pathInfo == null
                ? List.of()
                : List.of(pathInfo.substring(1).replaceFirst("/$", "").split("/", -1));
        if (segments.size() > 3) {
            throw unknown();
        }
        return new JobPath(segment(segments, 0), segment(segments, 1), segment(segments, 2));
    }

    boolean isList() {
        return jobId.isEmpty();
    }

    /** What it answers to; a resource that there is not says so to each of them. */
    String methods() {
        return switch (resource) {
            case "quote", "error", "owner", "results" -> "GET, HEAD, OPTIONS";
            case "" -> isList() ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD, OPTIONS, POST, DELETE";
            default -> "GET, HEAD, OPTIONS, POST";
        };
    }

    static ServiceFault unknown() {
        return ServiceFault.notFound("A job has no such resource; it has phase, parameters, results, results/result,"
                + " error, quote, executionduration, destruction and owner.");
    }

    private static String segment(List<String> segments, int place) {
        return place < segments.size() ? segments.get(place) : "";
    }
}
