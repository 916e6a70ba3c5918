package org.dapple.tap.config;

import java.util.ArrayList;
import java.util.List;
import org.dapple.dali.config.Environment;

/**
 * What the tables that a query brings along may cost.
 *
 * @param bytes of all tables of one query, uncompressed, 1 KiB to 2 GiB
 * @param rows of one table, at least 1
 * @param columns of one table, 1 to 1000
 * @param tables of one query, 1 to 100
 * @param privateAddresses whether tables may be fetched from addresses that only this machine or its network can reach
 */
public record UploadLimits(long bytes, long rows, int columns, int tables, boolean privateAddresses) {

    /** What a site gets that configures nothing. */
    public static final UploadLimits DEFAULT = new UploadLimits(128L << 20, 1_000_000, 400, 10, false);

    static UploadLimits from(Environment environment) {
        return new UploadLimits(
                environment.number("DAPPLE_UPLOAD_BYTES", DEFAULT.bytes),
                environment.number("DAPPLE_UPLOAD_ROWS", DEFAULT.rows),
                (int) environment.number("DAPPLE_UPLOAD_COLUMNS", DEFAULT.columns),
                (int) environment.number("DAPPLE_UPLOAD_TABLES", DEFAULT.tables),
                environment.flag("DAPPLE_UPLOAD_PRIVATE_ADDRESSES", DEFAULT.privateAddresses));
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        check("DAPPLE_UPLOAD_BYTES", bytes, 1024, Integer.MAX_VALUE, problems);
        check("DAPPLE_UPLOAD_ROWS", rows, 1, Integer.MAX_VALUE, problems);
        check("DAPPLE_UPLOAD_COLUMNS", columns, 1, 1000, problems);
        check("DAPPLE_UPLOAD_TABLES", tables, 1, 100, problems);
        return problems;
    }

    private static void check(String name, long value, long least, long most, List<String> problems) {
        if (value < least || value > most) {
            problems.add(name + " must be from " + least + " to " + most + " and is " + value);
        }
    }
}
