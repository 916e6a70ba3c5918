package org.dapple.bench.ratio;

import org.dapple.adql.parse.AdqlVersion;
import org.dapple.bench.lab.BenchDatabase;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.ServerProcess;
import org.dapple.tap.compile.CompiledQueries;

/**
 * Where measurements are made.
 *
 * @param database what holds the rows
 * @param server what serves them
 * @param queries tells the SQL of a query as the service runs it
 * @param rows of {@code ivoa.obscore}
 * @param pairs how often each is measured
 * @param report takes what comes of it
 */
record Lab(BenchDatabase database, ServerProcess server, CompiledQueries queries, int rows, int pairs, Report report) {

    /** The SQL that the service runs for a query, for those who run it without the service. */
    String sql(String adql) {
        return queries.of(adql, AdqlVersion.V2_1).sql();
    }
}
