package org.dapple.bench.ratio;

import java.io.IOException;
import java.sql.SQLException;

/** What can be measured. */
enum Measurement {
    BINARY2,
    CSV,
    TABLEDATA,
    FITS,
    PARQUET;

    /** Measures it and adds what comes of it to the report. */
    void run(Lab lab) throws IOException, SQLException {
        switch (this) {
            case BINARY2, CSV, TABLEDATA, FITS, PARQUET ->
                Format.valueOf(name()).measure(lab);
        }
    }
}
