package org.dapple.bench.ratio;

import java.io.IOException;
import java.sql.SQLException;

/** What can be measured. */
enum Measurement {
    BINARY2,
    CSV,
    TABLEDATA,
    FITS,
    PARQUET,
    MEMORY,
    SMALL_QUERY,
    METADATA,
    LOAD,
    UPLOAD;

    /** Measures it and adds what comes of it to the report. */
    void run(Lab lab) throws IOException, SQLException {
        switch (this) {
            case BINARY2, CSV, TABLEDATA, FITS, PARQUET ->
                Format.valueOf(name()).measure(lab);
            case MEMORY -> Memory.measure(lab);
            case SMALL_QUERY -> SmallQuery.measure(lab);
            case METADATA -> MetadataQuery.measure(lab);
            case LOAD -> Load.measure(lab);
            case UPLOAD -> UploadJoin.measure(lab);
        }
    }
}
