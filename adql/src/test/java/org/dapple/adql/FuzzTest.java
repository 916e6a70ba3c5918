package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Made-up queries, and mutations of the golden ones, half of each: -Dfuzz=N sets how many. What is accepted runs on PostgreSQL. */
class FuzzTest {
    private static final int QUERIES = Integer.getInteger("fuzz", 100_000);
    private static final int EXECUTED = QUERIES / 10;
    private static final int BATCH = 500;
    private static final long SEED = 20_260_101;

    /** Of the data: 21 cardinality, 22 values; pgSphere has no SQLSTATE of its own. */
    private static final Pattern DATA = Pattern.compile("2[12]... .*|XX000 (spherepoly|radius must be).*");

    /** Plans each query, and takes its first row unless that is too much work; gives the failures. */
    private static final String TRY = """
            CREATE FUNCTION try(queries text[]) RETURNS TABLE (query text, failure text) LANGUAGE plpgsql AS $$
            DECLARE plan json;
            BEGIN
                FOREACH query IN ARRAY queries LOOP
                    BEGIN
                        EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
                        IF (plan -> 0 -> 'Plan' ->> 'Total Cost')::float8 < 1000 THEN
                            EXECUTE 'SELECT * FROM (' || query || ') AS q LIMIT 1';
                        END IF;
                    EXCEPTION WHEN OTHERS THEN
                        failure := SQLSTATE || ' ' || SQLERRM;
                        RETURN NEXT;
                    END;
                END LOOP;
            END $$""";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static SkyDatabase sky;

    private int refused;

    @BeforeAll
    static void fill() throws SQLException {
        sky = SkyDatabase.in(DATABASE);
        sky.execute(TRY);
    }

    @AfterAll
    static void close() throws SQLException {
        sky.close();
    }

    @Test
    void onlyAdqlErrorsComeOutAndPostgresFindsNoFaultInWhatIsAccepted() throws SQLException {
        Random random = new Random(SEED);
        RandomQuery made = new RandomQuery(random);
        Mutation mutation = new Mutation(
                random, GoldenTest.cases().map(GoldenTest.Case::adql).toList());
        Set<String> accepted = new LinkedHashSet<>();
        for (int i = 0; i < QUERIES; i++) {
            translate(i % 2 == 0 ? made.query() : mutation.query(), accepted);
        }
        assertThat(refused).isPositive();
        assertThat(accepted).hasSizeGreaterThan(EXECUTED);
        List<String> queries = new ArrayList<>(accepted);
        int step = queries.size() / EXECUTED;
        List<String> executed = new ArrayList<>();
        for (int i = 0; i < queries.size(); i += step) {
            executed.add(queries.get(i));
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < executed.size(); i += BATCH) {
            faults.addAll(faults(executed.subList(i, Math.min(i + BATCH, executed.size()))));
        }
        assertThat(faults).isEmpty();
    }

    private void translate(String adql, Set<String> accepted) {
        try {
            accepted.add(SkyDatabase.sql(adql));
        } catch (AdqlException e) {
            refused++;
            return;
        } catch (RuntimeException | StackOverflowError e) {
            fail(adql, e);
        }
        RoundTripTest.check(adql);
    }

    /** What PostgreSQL finds wrong with queries, unless it is their data. */
    private static List<String> faults(List<String> queries) throws SQLException {
        List<String> faults = new ArrayList<>();
        Array array = sky.connection().createArrayOf("text", queries.toArray());
        try (PreparedStatement statement = sky.connection().prepareStatement("SELECT query, failure FROM try(?)")) {
            statement.setArray(1, array);
            try (ResultSet failures = statement.executeQuery()) {
                while (failures.next()) {
                    if (!DATA.matcher(failures.getString(2)).matches()) {
                        faults.add(failures.getString(2) + ": " + failures.getString(1));
                    }
                }
            }
        }
        return faults;
    }
}
