package org.dapple.tap.upload.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.ac.starlink.fits.FitsTableBuilder;

/** The first table extension of a FITS file (FITS 4.0 §7). */
final class FitsFile {

    private FitsFile() {}

    static void read(Path file, TargetSink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            new FitsTableBuilder().streamStarTable(in, sink, null);
        }
    }
}
