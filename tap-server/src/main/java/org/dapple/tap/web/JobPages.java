package org.dapple.tap.web;

import java.io.PrintWriter;
import java.time.Instant;
import org.dapple.dali.uws.Job;
import org.dapple.dali.uws.JobList;
import org.dapple.dali.uws.Phase;
import org.dapple.dali.uws.UwsTime;

/** Jobs for a person with a browser. */
final class JobPages {

    private static final String BUTTON = """
            <form method="post" action="%s"><input type="hidden" name="%s" value="%s"><button>%s</button></form>
            """;

    private static final String NEW = """
            <form method="post" action="%s">
            <p><label>ADQL query<br><textarea name="QUERY" rows="6">SELECT TOP 10 * FROM ivoa.obscore</textarea></label></p>
            <p><input type="hidden" name="LANG" value="ADQL">
            %s
            <button name="PHASE" value="RUN">Run as a job</button></p>
            </form>
            """;

    private static final String RELOAD = "<meta http-equiv=\"refresh\" content=\"5\">";

    private JobPages() {}

    static void list(JobList list, String url, PrintWriter out) {
        StringBuilder body = new StringBuilder(NEW.formatted(Page.escaped(url), Page.FORMATS));
        body.append("<p>").append(Page.link(above(url), "TAP service")).append("</p>\n");
        body.append("<table><tr><th>job</th><th>phase</th><th>created</th><th>run id</th></tr>\n");
        for (JobList.Entry job : list.jobs()) {
            body.append("<tr><td>%s</td><td class=\"%s\">%2$s</td><td>%s</td><td>%s</td></tr>%n"
                    .formatted(
                            Page.link(url + "/" + job.id(), job.id()),
                            job.phase(),
                            time(job.creationTime()),
                            Page.escaped(job.runId())));
        }
        out.print(Page.of("Jobs", "", body.append("</table>").toString()));
    }

    static void job(Job job, String url, PrintWriter out) {
        StringBuilder body = new StringBuilder("<table>\n");
        row("phase", "<strong class=\"%s\">%1$s</strong>".formatted(job.phase()), body);
        row("created", time(job.creationTime()), body);
        row("started", time(job.startTime()), body);
        row("ended", time(job.endTime()), body);
        row("may run for", job.executionDuration().toSeconds() + " s", body);
        row("destroyed at", time(job.destruction()), body);
        for (Job.Parameter parameter : job.parameters()) {
            row(Page.escaped(parameter.name()), "<pre>" + Page.escaped(parameter.value()) + "</pre>", body);
        }
        for (Job.Result result : job.results()) {
            String place = url + "/results/" + result.id();
            row(
                    "result",
                    "%s (%s, %,d bytes)"
                            .formatted(Page.link(place, result.id()), Page.escaped(result.mediaType()), result.size()),
                    body);
        }
        if (job.error() != null) {
            row("error", Page.escaped(job.error().message()), body);
        }
        body.append("</table>\n<p>").append(buttons(job, url)).append("</p>");
        boolean goesOn = job.phase().isActive() && job.phase() != Phase.PENDING;
        out.print(Page.of("Job " + job.id(), goesOn ? RELOAD : "", body.toString()));
    }

    private static String buttons(Job job, String url) {
        String phase = Page.escaped(url + "/phase");
        String delete = BUTTON.formatted(Page.escaped(url), "ACTION", "DELETE", "Delete");
        String back = Page.link(above(url), "all jobs");
        return switch (job.phase()) {
            case PENDING, HELD -> BUTTON.formatted(phase, "PHASE", "RUN", "Run") + delete + back;
            case QUEUED, EXECUTING, SUSPENDED -> BUTTON.formatted(phase, "PHASE", "ABORT", "Abort") + delete + back;
            case COMPLETED, ERROR, ABORTED, UNKNOWN, ARCHIVED -> delete + back;
        };
    }

    private static void row(String name, String html, StringBuilder body) {
        body.append("<tr><th>").append(name).append("</th><td>").append(html).append("</td></tr>\n");
    }

    private static String above(String url) {
        return url.substring(0, url.lastIndexOf('/'));
    }

    private static String time(Instant instant) {
        return instant == null ? "" : UwsTime.text(instant);
    }
}
