package org.dapple.tap.web;

/** The frame of the pages that people with a browser see; they need nothing from elsewhere. */
final class Page {

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">%s
            <title>Dapple: %s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 64em; margin: 1.5em auto; padding: 0 1em; }
            h1 { font-size: 1.4rem; }
            a { color: #05a; }
            nav a { margin-right: 1em; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { text-align: left; vertical-align: top; padding: .3em 1em .3em 0; border-bottom: 1px solid #ddd; }
            th { font-weight: normal; color: #555; white-space: nowrap; }
            td { overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; margin: 0; }
            textarea { font: 14px/1.4 monospace; width: 100%%; box-sizing: border-box; padding: .5em; }
            button { font: inherit; padding: .2em .9em; cursor: pointer; }
            form { display: inline; }
            .COMPLETED { color: #070; } .ERROR, .ABORTED { color: #a00; } .EXECUTING, .QUEUED { color: #960; }
            </style>
            </head>
            <body>
            <h1>%s</h1>
            %s
            </body>
            </html>
            """;

    /** Choice of the format of a result. */
    static final String FORMATS = """
            <label>as <select name="RESPONSEFORMAT"><option value="html">page</option><option>votable</option>
            <option>csv</option><option>json</option><option>fits</option><option>parquet</option></select></label>
            """;

    private Page() {}

    /**
     * A page.
     *
     * @param title text
     * @param head more elements of HTML for its head
     * @param body HTML
     */
    static String of(String title, String head, String body) {
        return FRAME.formatted(head, escaped(title), escaped(title), body);
    }

    /** A text as HTML, in content and attributes; nothing for null. */
    static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    static String link(String url, String text) {
        return "<a href=\"%s\">%s</a>".formatted(escaped(url), escaped(text));
    }
}
