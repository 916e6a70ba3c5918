package org.dapple.bench.ratio;

import java.io.PrintStream;

/** A table in Markdown, printed line by line as the measurements end. */
record Report(PrintStream out) {

    void begin() {
        out.println("| what | service | PostgreSQL alone | ratio | goal | besides |");
        out.println("|---|---|---|---|---|---|");
    }

    void line(String what, String service, String alone, String ratio, String goal, String besides) {
        out.printf("| %s | %s | %s | %s | %s | %s |%n", what, service, alone, ratio, goal, besides);
    }

    /** A median with how far the single values lie around it. */
    static String spread(Sample sample) {
        return "%.2f (%.2f to %.2f)".formatted(sample.median(), sample.least(), sample.greatest());
    }
}
