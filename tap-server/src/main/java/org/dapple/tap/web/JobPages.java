package org.dapple.tap.web;

import java.io.PrintWriter;
import java.time.Instant;
import org.dapple.dali.uws.Job;
import org.dapple.dali.uws.JobList;
import org.dapple.dali.uws.Phase;
import org.dapple.dali.uws.UwsTime;

/** Jobs for a person with a browser. */
final class JobPages {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">%3$s
            <title>Dapple: %1$s</title>
            <style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
            td,th{text-align:left;vertical-align:top;padding:.2em 1em .2em 0}pre{white-space:pre-wrap;margin:0}form{display:inline}</style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s
            </body>
            </html>
            """;

    private static final String BUTTON = """
            <form method="post" action="%s"><input type="hidden" name="%s" value="%s"><button>%s</button></form>
            """;

    private static final String NEW = """
            <form method="post" action="%s">
            <p><label>ADQL query<br><textarea name="QUERY" rows="6" cols="80">SELECT TOP 10 * FROM ivoa.obscore</textarea></label></p>
            <p><input type="hidden" name="LANG" value="ADQL"><button name="PHASE" value="RUN">Run as a job</button></p>
            </form>
            """;

    private static final String RELOAD = "<meta http-equiv=\"refresh\" content=\"5\">";

    private JobPages() {}

    static void list(JobList list, String url, PrintWriter out) {
        StringBuilder body = new StringBuilder(NEW.formatted(escaped(url)));
        body.append("<table><tr><th>job</th><th>phase</th><th>created</th><th>run id</th></tr>\n");
        for (JobList.Entry job : list.jobs()) {
            body.append("<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
                    .formatted(
                            link(url + "/" + job.id(), job.id()),
                            job.phase(),
                            time(job.creationTime()),
                            escaped(job.runId())));
        }
        out.print(PAGE.formatted("Jobs", body.append("</table>"), ""));
    }

    static void job(Job job, String url, PrintWriter out) {
        StringBuilder body = new StringBuilder("<table>\n");
        row("phase", job.phase().name(), body);
        row("created", time(job.creationTime()), body);
        row("started", time(job.startTime()), body);
        row("ended", time(job.endTime()), body);
        row("may run for", job.executionDuration().toSeconds() + " s", body);
        row("destroyed at", time(job.destruction()), body);
        for (Job.Parameter parameter : job.parameters()) {
            row(escaped(parameter.name()), "<pre>" + escaped(parameter.value()) + "</pre>", body);
        }
        for (Job.Result result : job.results()) {
            String place = url + "/results/" + result.id();
            row(
                    "result",
                    "%s (%s, %,d bytes)"
                            .formatted(link(place, result.id()), escaped(result.mediaType()), result.size()),
                    body);
        }
        if (job.error() != null) {
            row("error", escaped(job.error().message()), body);
        }
        body.append("</table>\n<p>").append(buttons(job, url)).append("</p>");
        boolean goesOn = job.phase().isActive() && job.phase() != Phase.PENDING;
        out.print(PAGE.formatted("Job " + escaped(job.id()), body, goesOn ? RELOAD : ""));
    }

    private static String buttons(Job job, String url) {
        String phase = escaped(url + "/phase");
        String delete = BUTTON.formatted(escaped(url), "ACTION", "DELETE", "Delete");
        String back = link(url.substring(0, url.lastIndexOf('/')), "all jobs");
        return switch (job.phase()) {
            case PENDING, HELD -> BUTTON.formatted(phase, "PHASE", "RUN", "Run") + delete + back;
            case QUEUED, EXECUTING, SUSPENDED -> BUTTON.formatted(phase, "PHASE", "ABORT", "Abort") + delete + back;
            case COMPLETED, ERROR, ABORTED, UNKNOWN, ARCHIVED -> delete + back;
        };
    }

    private static void row(String name, String html, StringBuilder body) {
        body.append("<tr><th>").append(name).append("</th><td>").append(html).append("</td></tr>\n");
    }

    private static String link(String url, String text) {
        return "<a href=\"%s\">%s</a>".formatted(escaped(url), escaped(text));
    }

    private static String time(Instant instant) {
        return instant == null ? "" : UwsTime.text(instant);
    }

    private static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
