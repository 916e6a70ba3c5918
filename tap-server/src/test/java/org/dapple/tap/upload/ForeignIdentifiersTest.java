package org.dapple.tap.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.RealObservations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers in tables that are not ivoa.obscore: the site's DataLink service does not know them, whatever their columns say. */
class ForeignIdentifiersTest {

    /** As another ObsCore service publishes them. */
    private static final String UPLOADED = """
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
            <FIELD name="obs_publisher_did" datatype="char" arraysize="*" ucd="meta.ref.ivoid"
              utype="obscore:Curation.PublisherDID"/>
            <DATA><TABLEDATA><TR><TD>ivo://elsewhere.example.org/data?one</TD></TR></TABLEDATA></DATA>
            </TABLE></RESOURCE></VOTABLE>
            """;

    private static final String PUBLISHED = """
            CREATE SCHEMA elsewhere;
            GRANT USAGE ON SCHEMA elsewhere TO dapple_adql;
            CREATE TABLE elsewhere.obscore (obs_publisher_did text);
            GRANT SELECT ON elsewhere.obscore TO dapple_adql;
            INSERT INTO tap_schema.schemas (schema_name) VALUES ('elsewhere');
            INSERT INTO tap_schema.tables (schema_name, table_name, table_type)
            VALUES ('elsewhere', 'elsewhere.obscore', 'table');
            INSERT INTO tap_schema.columns
              (table_name, column_index, column_name, datatype, arraysize, utype, indexed, principal, std)
            VALUES ('elsewhere.obscore', 1, 'obs_publisher_did', 'char', '*', 'obscore:Curation.PublisherDID', 0, 0, 1);
            """;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @BeforeAll
    static void publish() throws SQLException {
        RealObservations.insertInto(DATABASE);
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(PUBLISHED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM TAP_UPLOAD.mine | ",
                "SELECT * FROM elsewhere.obscore | ",
                "SELECT m.obs_publisher_did FROM TAP_UPLOAD.mine AS m JOIN ivoa.obscore AS o ON m.obs_publisher_did = o.obs_id | ",
                "SELECT obs_publisher_did FROM TAP_UPLOAD.mine UNION ALL SELECT obs_publisher_did FROM ivoa.obscore | ",
                "SELECT obs_publisher_did FROM ivoa.obscore EXCEPT SELECT obs_publisher_did FROM TAP_UPLOAD.mine"
                        + " | obs_publisher_did",
                "SELECT * FROM TAP_UPLOAD.mine FULL JOIN ivoa.obscore USING (obs_publisher_did) | ",
                "SELECT * FROM TAP_UPLOAD.mine RIGHT JOIN ivoa.obscore USING (obs_publisher_did) | obs_publisher_did",
                "SELECT * FROM TAP_UPLOAD.mine CROSS JOIN ivoa.obscore | obs_publisher_did_2",
            })
    void onlyThoseOfObscoreHaveLinks(String query, String column) {
        String body = new MultipartForm()
                .parameter("LANG", "ADQL")
                .parameter("QUERY", query)
                .parameter("UPLOAD", "mine,param:data")
                .file("data", UPLOADED)
                .postTo(SERVER.url("/tap/sync"))
                .body();

        assertThat(body).contains("name=\"QUERY_STATUS\" value=\"OK\"");
        if (column == null) {
            assertThat(body).doesNotContain("adhoc:service");
        } else {
            assertThat(body)
                    .contains(
                            "<PARAM name=\"ID\" datatype=\"char\" arraysize=\"*\" value=\"\" ref=\"" + column + "\"/>")
                    .containsOnlyOnce("utype=\"adhoc:service\"");
        }
    }
}
