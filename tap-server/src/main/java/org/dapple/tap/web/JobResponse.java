package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.StoredContent;
import org.dapple.dali.uws.Job;
import org.dapple.dali.uws.JobList;
import org.dapple.dali.uws.UwsTime;
import org.dapple.dali.votable.VOTableError;
import org.dapple.tap.job.JobService;
import org.dapple.tap.job.StoredResult;

/** How jobs and their resources are shown: as UWS has it, or as a page to those who ask for HTML. */
final class JobResponse {

    private final JobService jobs;

    JobResponse(JobService jobs) {
        this.jobs = jobs;
    }

    /** @param url of the list */
    void list(JobList list, String url, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (wantsHtml(request, response)) {
            JobPages.list(list, url, response.getWriter());
        } else {
            response.setContentType("application/xml");
            list.write(url, response.getOutputStream());
        }
    }

    /** @param listUrl of the list, above the job */
    void resource(Job job, JobPath path, String listUrl, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String url = listUrl + "/" + job.id();
        if (path.resource().equals("results") && !path.item().isEmpty()) {
            result(job, path.item(), request, response);
            return;
        }
        if (!path.item().isEmpty()) {
            throw JobPath.unknown();
        }
        switch (path.resource()) {
            case "" -> job(job, url, request, response);
            case "parameters" -> job.writeParameters(xml(response));
            case "results" -> job.writeResults(url, xml(response));
            case "error" -> error(job, response);
            default -> text(property(job, path.resource()), response);
        }
    }

    private static void job(Job job, String url, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wantsHtml(request, response)) {
            JobPages.job(job, url, response.getWriter());
        } else {
            job.write(url, xml(response));
        }
    }

    private void result(Job job, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StoredResult result = jobs.result(job.id(), name);
        try (var content = result.content()) {
            new StoredContent(result.name(), result.mediaType(), result.since(), content).send(request, response);
        }
    }

    /** TAP 1.1 §2.2: the error document comes with status 200, since the request for it has not failed. */
    private static void error(Job job, HttpServletResponse response) throws IOException {
        if (job.error() == null) {
            throw ServiceFault.notFound("The job is %s and has no error.".formatted(job.phase()));
        }
        response.setContentType(VOTableError.MEDIA_TYPE);
        VOTableError.write(job.error().message(), response.getOutputStream());
    }

    private static String property(Job job, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "phase" -> job.phase().name();
            case "executionduration" -> Long.toString(job.executionDuration().toSeconds());
            case "destruction" -> UwsTime.text(job.destruction());
            case "quote" -> job.quote() == null ? "" : UwsTime.text(job.quote());
            case "owner" -> job.ownerId() == null ? "" : job.ownerId();
            default -> throw JobPath.unknown();
        };
    }

    private static OutputStream xml(HttpServletResponse response) throws IOException {
        response.setContentType("application/xml");
        return response.getOutputStream();
    }

    private static void text(String value, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(value);
    }

    /** Browsers name HTML and XHTML. HTML beside anything else is what Java's own client asks for when it wants no page. */
    private static boolean wantsHtml(HttpServletRequest request, HttpServletResponse response) {
        String accept = request.getHeader("Accept");
        response.setHeader("Vary", "Accept");
        boolean html = accept != null
                && accept.contains("text/html")
                && (accept.contains("application/xhtml+xml") || !accept.contains("*"));
        if (html) {
            response.setContentType("text/html;charset=UTF-8");
        }
        return html;
    }
}
