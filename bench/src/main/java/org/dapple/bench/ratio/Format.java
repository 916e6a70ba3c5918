package org.dapple.bench.ratio;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dapple.bench.client.PgProgram;
import org.dapple.bench.client.TapConnection;
import org.dapple.bench.lab.Pairs;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.Sample;

/** Formats of results, each with the COPY it is compared with and how many times as long it may take. */
enum Format {
    BINARY2("application/x-votable+xml;serialization=BINARY2", "binary", 1.3),
    CSV("csv", "csv", 1.3),
    TABLEDATA("application/x-votable+xml;serialization=TABLEDATA", "text", 1.8),
    FITS("fits", "binary", 2),
    PARQUET("parquet", "binary", 4);

    private static final String ALL_COLUMNS = "SELECT * FROM ivoa.obscore";

    private final String responseFormat;
    private final String copyFormat;
    private final double goal;

    Format(String responseFormat, String copyFormat, double goal) {
        this.responseFormat = responseFormat;
        this.copyFormat = copyFormat;
        this.goal = goal;
    }

    /** All columns of all rows. */
    void measure(Lab lab) throws IOException, SQLException {
        PgProgram psql = lab.database().program("psql");
        String select = lab.sql(ALL_COLUMNS);
        List<Double> firstBytes = new ArrayList<>();
        double cpuBefore = lab.server().figures().cpuSeconds();
        try (TapConnection client = new TapConnection(lab.server().port())) {
            Pairs pairs = Pairs.measure(
                    lab.pairs(),
                    () -> firstBytes.add(
                            client.sync(request(ALL_COLUMNS, lab.rows())).firstByteMillis()),
                    () -> psql.copy(select, copyFormat));
            double cpu = (lab.server().figures().cpuSeconds() - cpuBefore) / firstBytes.size();
            lab.report()
                    .line(
                            name() + ", %,d rows of all columns".formatted(lab.rows()),
                            "%.2f s".formatted(pairs.ours().median()),
                            "%.2f s (`\\copy`, %s)".formatted(pairs.theirs().median(), copyFormat),
                            Report.spread(pairs.ratios()),
                            "≤ " + goal,
                            "first byte after %.0f ms, %.2f s of the server's processor time"
                                    .formatted(Sample.of(firstBytes).median(), cpu));
        }
    }

    /** The parameters of a query for so many rows in this format. */
    Map<String, String> request(String adql, long maxRows) {
        return Map.of("QUERY", adql, "RESPONSEFORMAT", responseFormat, "MAXREC", Long.toString(maxRows));
    }
}
