package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table with a column of every type, published while the service runs: largest, least, odd and absent values. */
class ResultTypesTest {

    private static final String TABLE = """
            CREATE TABLE ivoa.specimens (row_number integer, truth boolean, small smallint, whole integer, large bigint,
              single real, double double precision, words text, moment timestamp);
            GRANT SELECT ON ivoa.specimens TO dapple_adql;
            INSERT INTO ivoa.specimens VALUES
              (1, true, 32767, 2147483647, 9223372036854775807, 3.4028235e38, 1.7976931348623157e308,
               'a, "b" <c> & ünïcödé', '2026-11-22T01:02:03.456789'),
              (2, false, -32768, -2147483648, -9223372036854775808, 1.4e-45, 4.9e-324, '', '1899-12-31T23:59:59'),
              (3, NULL, NULL, NULL, NULL, 'NaN', '-Infinity', NULL, NULL),
              (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            INSERT INTO tap_schema.tables (schema_name, table_name, table_type) VALUES ('ivoa', 'ivoa.specimens', 'table');
            INSERT INTO tap_schema.columns (table_name, column_index, column_name, datatype, arraysize, xtype, indexed, principal, std)
            SELECT 'ivoa.specimens', place, name, datatype, arraysize, xtype, 0, 0, 0
            FROM (VALUES (1, 'row_number', 'int', NULL, NULL), (2, 'truth', 'boolean', NULL, NULL),
                         (3, 'small', 'short', NULL, NULL), (4, 'whole', 'int', NULL, NULL),
                         (5, 'large', 'long', NULL, NULL), (6, 'single', 'float', NULL, NULL),
                         (7, '"double"', 'double', NULL, NULL), (8, 'words', 'char', '*', NULL),
                         (9, 'moment', 'char', '*', 'timestamp')) AS c (place, name, datatype, arraysize, xtype);
            """;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @BeforeAll
    static void publish() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "1;1,true,32767,2147483647,9223372036854775807,3.4028235E38,1.7976931348623157E308,"
                        + "\"a, \"\"b\"\" <c> & ünïcödé\",2026-11-22T01:02:03.456789",
                "2;2,false,-32768,-2147483648,-9223372036854775808,1.4E-45,4.9E-324,\"\",1899-12-31T23:59:59",
                "3;3,,,,,NaN,-Infinity,,",
                "4;4,,,,,,,,",
            })
    void everyTypeGoesOutAsCsv(int row, String line) {
        String query = "SELECT * FROM ivoa.specimens WHERE row_number = " + row;

        assertThat(SERVER.get("/tap/sync", Map.of("QUERY", query, "FORMAT", "csv"))
                        .body()
                        .lines()
                        .skip(1))
                .containsExactly(line);
    }

    @Test
    void everyTypeIsReadBackByAstropy() {
        Program.Result result = Program.python().run("src/test/resources/read_specimens.py", SERVER.url("/tap"));

        assertThat(result.output()).endsWith("all is well\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aFailureAfterTheFirstRowIsToldAtTheEnd() {
        String query = "SELECT 1 / (row_number - 3) AS x FROM ivoa.specimens";

        assertThat(SERVER.get("/tap/sync", Map.of("QUERY", query)).body())
                .contains("<INFO name=\"QUERY_STATUS\" value=\"OK\"")
                .containsPattern("</TABLE>\\s*<INFO name=\"QUERY_STATUS\" value=\"ERROR\">.*division by zero")
                .endsWith("</VOTABLE>\n");
    }
}
