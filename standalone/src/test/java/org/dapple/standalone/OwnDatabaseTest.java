package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code up --database} with a database whose owner is no superuser, as a site would make it. */
class OwnDatabaseTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    private String url;

    @BeforeEach
    void giveTheDatabaseToASite() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var name = connection.getCatalog();
            statement.execute("CREATE ROLE site LOGIN CREATEROLE PASSWORD 'p:w@d'");
            statement.execute("ALTER DATABASE " + name + " OWNER TO site");
            url = database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://site:p%3Aw%40d@");
        }
    }

    @Test
    void servesItAndRemembersIt() throws IOException {
        try (var dapple = Installation.fresh()) {
            var up = dapple.run("up", "--detach", "--demo", "100", "--database", url);
            assertThat(up.exitCode()).as(up.errors()).isZero();
            assertThat(query(dapple, "SELECT+COUNT(*)+AS+n+FROM+ivoa.obscore")).isEqualTo("n\r\n100\r\n");
            dapple.run("down");
            assertThat(dapple.run("up", "--detach").exitCode()).isZero();
            var status = dapple.run("status", "--json").output();
            assertThat(status).contains(database.jdbcUrl()).doesNotContain("p:w@d");
        }
    }

    private static String query(Installation dapple, String adql) throws IOException {
        var port = dapple.state().server().orElseThrow().port();
        var url = "http://127.0.0.1:%d/tap/sync?LANG=ADQL&FORMAT=csv&QUERY=%s".formatted(port, adql);
        try (var answer = URI.create(url).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
