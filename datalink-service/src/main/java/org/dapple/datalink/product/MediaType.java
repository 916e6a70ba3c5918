package org.dapple.datalink.product;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Media types of files that nobody gave one, by their names. */
public final class MediaType {

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("fits", "application/fits"),
            Map.entry("fit", "application/fits"),
            Map.entry("fz", "application/fits"),
            Map.entry("vot", "application/x-votable+xml"),
            Map.entry("csv", "text/csv"),
            Map.entry("tar", "application/x-tar"),
            Map.entry("gz", "application/gzip"),
            Map.entry("zip", "application/zip"),
            Map.entry("h5", "application/x-hdf5"),
            Map.entry("hdf5", "application/x-hdf5"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("parquet", "application/vnd.apache.parquet"));

    private MediaType() {}

    /** What the ending of a file's name tells. */
    public static Optional<String> ofFile(String name) {
        return Optional.ofNullable(
                BY_ENDING.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }
}
