package org.dapple.tap.upload.read;

import java.io.IOException;
import java.nio.file.Path;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.formats.CsvTableBuilder;
import uk.ac.starlink.util.FileDataSource;

/** CSV (RFC 4180) with a first line of names; it is read twice, first for the types of its columns. */
final class CsvFile {

    private CsvFile() {}

    static void read(Path file, TargetSink sink) throws IOException {
        CsvTableBuilder format = new CsvTableBuilder();
        format.setHasHeader(true);
        StarTable table = table(format, file);
        sink.acceptMetadata(table);
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                sink.acceptRow(rows.getRow());
            }
        }
        sink.endRows();
    }

    private static StarTable table(CsvTableBuilder format, Path file) throws IOException {
        try {
            return format.makeStarTable(new FileDataSource(file.toFile()), false, StoragePolicy.DISCARD);
        } catch (NegativeArraySizeException noRow) {
            throw new IOException(
                    "it has no row to tell the types of its columns; a table without rows can be sent as VOTable",
                    noRow);
        }
    }
}
