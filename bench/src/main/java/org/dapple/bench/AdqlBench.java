package org.dapple.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dapple.adql.ast.Query;
import org.dapple.adql.catalog.Catalog;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.parse.AdqlVersion;
import org.dapple.adql.sql.PgSphereTranslator;
import org.dapple.adql.sql.Sql;
import org.dapple.dbinit.Migrations;
import org.dapple.embedded.postgres.PrivatePostgres;
import org.dapple.tap.compile.CompiledQueries;
import org.dapple.tap.compile.CompiledQuery;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.db.CatalogReader;
import org.dapple.tap.db.Database;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From ADQL to SQL, against the catalogue of a new database: what TAP_SCHEMA publishes there. Times are sampled: their
 * median says what the work costs, also on a machine that has other things to do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
public class AdqlBench {

    /** Of 299 characters. */
    static final String QUERY = """
            SELECT TOP 100 obs_publisher_did, obs_collection, s_ra, s_dec, t_min, t_exptime, access_url, obs_id
            FROM ivoa.obscore
            WHERE CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 204.25, -29.87, 0.5)) = 1
            AND dataproduct_type IN ('cube', 'image') AND em_min < 0.21 AND em_max > 0.2
            ORDER BY t_min DESC
            """;

    private Database database;
    private Catalog catalog;
    private CompiledQueries compiledQueries;

    @Setup
    public void migrate() {
        var cluster = PrivatePostgres.startTemporary();
        var url = cluster.jdbcUrl("postgres");
        Migrations.migrate(url, cluster.user(), cluster.password());
        database = new Database(TapSettings.fromEnvironment(Map.of(
                "DAPPLE_DATABASE_URL", url,
                "DAPPLE_DATABASE_USER", cluster.user(),
                "DAPPLE_DATABASE_PASSWORD", cluster.password())));
        CatalogReader reader = database.catalogReader();
        catalog = reader.current().catalog();
        compiledQueries = new CompiledQueries(() -> reader.current().catalog());
    }

    @TearDown
    public void close() {
        database.close();
    }

    /** Reading alone. */
    @Benchmark
    public Query parse() {
        return AdqlParser.parse(QUERY);
    }

    /** A query that was never seen before: parsed, checked, translated. */
    @Benchmark
    public Sql compile() {
        return PgSphereTranslator.translate(new AdqlChecker(catalog).check(AdqlParser.parse(QUERY)));
    }

    /** A query that was seen before, as the service gets it: with a look whether the catalogue still holds. */
    @Benchmark
    public CompiledQuery cached() {
        return compiledQueries.of(QUERY, AdqlVersion.V2_1);
    }
}
