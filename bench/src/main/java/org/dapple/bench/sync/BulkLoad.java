package org.dapple.bench.sync;

import java.io.IOException;
import java.sql.SQLException;
import org.dapple.bench.lab.Pairs;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.Task;

/** All documents in one statement, beside inserting the typed rows into the copy of ivoa.obscore. */
record BulkLoad(Writer writer, int rows) {

    static final String LOAD =
            "INSERT INTO rucio.dids (vo, scope, name, data) SELECT vo, scope, name, data FROM bench.source";

    private static final String DIRECT = "INSERT INTO bench.direct SELECT * FROM bench.typed";

    /** @param metadataIndex whether rucio.dids has the index on all metadata, which the rows are not made with */
    Report.Line measure(int pairs, boolean metadataIndex) throws IOException, SQLException {
        writer.empty();
        writer.indexMetadata(metadataIndex);
        Task load = () -> writer.run(LOAD);
        Task direct = () -> writer.run(DIRECT);
        Pairs measured = Pairs.measure(pairs, load.after(writer::empty), direct.after(writer::empty));
        return new Report.Line(
                "bulk load of %,d DIDs%s".formatted(rows, metadataIndex ? ", with the index on all metadata" : ""),
                "%.2f s".formatted(measured.ours().median()),
                "%.2f s (the typed rows, into a copy with the same indexes)"
                        .formatted(measured.theirs().median()),
                Report.spread(measured.ratios()),
                metadataIndex ? "—" : "≤ 1.6",
                "%,.0f DIDs/s".formatted(rows / measured.ours().median()));
    }
}
