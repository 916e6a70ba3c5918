package org.dapple.adql.function;

/**
 * {@code ivo_histogram}: the number of the bin of each value, 0 below the limits and one more than there are bins from the upper one on, counted. NaN is
 * in no bin, as NULL is not. The bins are looked up by where they begin: PostgreSQL's other width_bucket, before its version 16, rounds what is just below
 * the upper limit beyond it. The aggregate of the group stands first in a FROM of its own, where no other name can come between it and its columns.
 */
final class Histogram {
    private static final String BEGINNINGS = "(SELECT array_agg(CASE b.i WHEN $4::int4 THEN $3::float8"
            + " ELSE $2::float8 + ($3::float8 - $2::float8) * b.i / $4::int4 END ORDER BY b.i)"
            + " FROM generate_series(0, $4::int4) AS b (i))";

    private static final String BIN = "width_bucket(nullif($1::float8, 'NaN'), " + BEGINNINGS + ")";

    private static final String COUNTS =
            "SELECT v.bin, count(*) AS n FROM unnest(array_agg(" + BIN + ")) AS v (bin) GROUP BY v.bin";

    static final String SQL = "(SELECT array_agg(coalesce(c.n, 0)::int4 ORDER BY b.bin) FROM (" + COUNTS
            + ") AS c RIGHT JOIN generate_series(0, $4::int4 + 1) AS b (bin) ON b.bin = c.bin)";

    private Histogram() {}
}
