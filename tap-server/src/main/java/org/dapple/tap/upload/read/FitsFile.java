package org.dapple.tap.upload.read;

import java.io.IOException;
import java.nio.file.Path;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.FileDataSource;

/** The first table extension of a FITS file (FITS 4.0 §7); read as a stream it would come without the arrays that lie behind its rows. */
final class FitsFile {

    private FitsFile() {}

    static void read(Path file, TargetSink sink) throws IOException {
        sink.toldBy(Absence.NAN_IS_NULL);
        FileDataSource source = new FileDataSource(file.toFile());
        source.setName("it");
        StarTable table = new FitsTableBuilder().makeStarTable(source, true, StoragePolicy.DISCARD);
        sink.acceptMetadata(table);
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                sink.acceptRow(rows.getRow());
            }
        }
        sink.endRows();
    }
}
