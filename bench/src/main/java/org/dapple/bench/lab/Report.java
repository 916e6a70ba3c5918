package org.dapple.bench.lab;

import java.io.PrintStream;

/** A table in Markdown, printed line by line as the measurements end. */
public record Report(PrintStream out) {

    /** What a line says. */
    public record Line(String what, String service, String alone, String ratio, String goal, String besides) {}

    public void begin() {
        out.println("| what | service | PostgreSQL alone | ratio | goal | besides |");
        out.println("|---|---|---|---|---|---|");
    }

    public void line(String what, String service, String alone, String ratio, String goal, String besides) {
        out.printf("| %s | %s | %s | %s | %s | %s |%n", what, service, alone, ratio, goal, besides);
    }

    /** The same for a line as a whole. */
    public void line(Line line) {
        line(line.what, line.service, line.alone, line.ratio, line.goal, line.besides);
    }

    /** A median with how far the single values lie around it. */
    public static String spread(Sample sample) {
        return "%.2f (%.2f to %.2f)".formatted(sample.median(), sample.least(), sample.greatest());
    }
}
