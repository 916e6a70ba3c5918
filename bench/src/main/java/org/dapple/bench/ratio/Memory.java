package org.dapple.bench.ratio;

import java.io.IOException;
import org.dapple.bench.client.TapConnection;
import org.dapple.bench.lab.ProcessFigures;

/** Whether the server's memory grows with the result: the table once, and ten times over. */
final class Memory {

    private static final String ONCE = "SELECT * FROM ivoa.obscore";
    private static final int TIMES = 10;
    /** The same columns, each row as often as the other table has rows. */
    private static final String MANY_TIMES =
            "SELECT o.* FROM ivoa.obscore AS o CROSS JOIN (SELECT TOP %d column_name FROM tap_schema.columns) AS t"
                    .formatted(TIMES);

    private static final double MEGABYTE = 1e6;

    private Memory() {}

    /** A format that is written row by row, and the one that keeps rows together. */
    static void measure(Lab lab) throws IOException {
        measure(lab, Format.BINARY2);
        measure(lab, Format.PARQUET);
    }

    private static void measure(Lab lab, Format format) throws IOException {
        peak(lab, format, ONCE, lab.rows());
        Peak once = peak(lab, format, ONCE, lab.rows());
        Peak manyTimes = peak(lab, format, MANY_TIMES, (long) TIMES * lab.rows());
        lab.report()
                .line(
                        "%s, %,d rows beside %,d: peak of memory"
                                .formatted(format, (long) TIMES * lab.rows(), (long) lab.rows()),
                        "%.0f MB beside %.0f MB".formatted(manyTimes.resident(), once.resident()),
                        "",
                        "%.2f".formatted(manyTimes.resident() / once.resident()),
                        "flat",
                        "%.1f MB live in the heap afterwards, beside %.1f MB".formatted(manyTimes.heap(), once.heap()));
    }

    /**
     * What a result took, in megabytes.
     *
     * @param resident the most memory the server had meanwhile
     * @param heap what lives in its heap afterwards
     */
    private record Peak(double resident, double heap) {}

    private static Peak peak(Lab lab, Format format, String adql, long rows) throws IOException {
        ProcessFigures figures = lab.server().figures();
        figures.forgetPeak();
        try (TapConnection client = new TapConnection(lab.server().port())) {
            client.sync(format.request(adql, rows));
        }
        return new Peak(figures.peakResidentBytes() / MEGABYTE, lab.server().liveHeap() / MEGABYTE);
    }
}
