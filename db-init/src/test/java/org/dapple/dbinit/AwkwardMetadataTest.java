package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value that is not what the column wants gives a NULL and a reason; the write itself never fails. */
class AwkwardMetadataTest {

    /** A line of awkward_metadata.tsv. */
    record Case(String key, String json, String value, String reason) {}

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private static Dids dids;

    @BeforeAll
    static void writeAllInOneStatement() throws SQLException {
        dids = new Dids(database);
        StringBuilder documents = new StringBuilder();
        for (Case c : cases()) {
            documents
                    .append("{\"name\": ")
                    .append(quoted(name(c)))
                    .append(", \"")
                    .append(c.key())
                    .append("\": ");
            documents.append(c.json()).append("}\n");
        }
        dids.run(
                "INSERT INTO dids (scope, name, vo, data) SELECT 'test', d->>'name', 'def',"
                        + " '{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}'::jsonb || (d - 'name')"
                        + " FROM (SELECT line::jsonb AS d FROM regexp_split_to_table(?, E'\\n') AS line WHERE line <> '') AS lines",
                documents.toString());
    }

    @AfterAll
    static void disconnect() throws SQLException {
        dids.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheValueOrTheReason(Case c) throws SQLException {
        String reason = dids.reason(name(c));
        boolean mandatory = List.of("calib_level", "obs_collection", "obs_id").contains(c.key());
        assertThat(reason == null ? "" : reason).isEqualTo(c.reason());
        assertThat(dids.visible(name(c))).isEqualTo(c.reason().isEmpty() || !mandatory);
        assertThat(dids.column(name(c), c.key())).isEqualTo(c.value());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameWhenWrittenAlone(Case c) throws SQLException {
        String alone = "alone " + name(c);
        dids.upsert(alone, "{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}");
        dids.upsert(alone, "{\"" + c.key() + "\": " + c.json() + "}");
        String value = dids.column(alone, c.key());
        assertThat(value == null ? null : value.replace("alone%20", "")).isEqualTo(c.value());
        assertThat(dids.reason(alone)).isEqualTo(dids.reason(name(c)));
    }

    private static String name(Case c) {
        return c.key() + " " + c.json();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static List<Case> cases() {
        try (var reader = new BufferedReader(new InputStreamReader(
                AwkwardMetadataTest.class.getResourceAsStream("awkward_metadata.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(f -> new Case(f[0], f[1], f[2].equals("NULL") ? null : f[2], f[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
