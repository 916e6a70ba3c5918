package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both WARs in a Tomcat as it comes, on the database of {@code ./dapple up}. */
class StockTomcatTest {

    /** Ten settings, each wrong in a way of its own. */
    private static final Map<String, String> WRONG = Map.of(
            "DAPPLE_DATABASE_URL", "postgresql://db/lake",
            "DAPPLE_BASE_URL", "https://vo.example.org/",
            "DAPPLE_AUTHORITY", "no authority",
            "DAPPLE_CONTACT", "nobody",
            "DAPPLE_SYNC_SECONDS", "soon",
            "DAPPLE_HARD_MAXREC", "10",
            "DAPPLE_ASYNC_JOBS", "0",
            "DAPPLE_UPLOAD_PRIVATE_ADDRESSES", "perhaps",
            "DAPPLE_CONFIG_FILE", "/there/is/none",
            "DAPPLE_DATABASE_PASSWORD_FILE", "/nor/here");

    @TempDir
    static Path folder;

    private static Installation dapple;
    private static StockTomcat tomcat;

    @BeforeAll
    static void start() throws Exception {
        dapple = Installation.fresh();
        assertThat(dapple.run("up", "--detach", "--demo", "200").exitCode()).isZero();
        tomcat = StockTomcat.start(folder.resolve("right"), settings());
    }

    @AfterAll
    static void stop() {
        if (tomcat != null) {
            tomcat.close();
        }
        dapple.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tap/sync?FORMAT=csv&QUERY=SELECT+TOP+20+*+FROM+ivoa.obscore+ORDER+BY+obs_publisher_did",
                "/tap/sync?FORMAT=json&QUERY=SELECT+COUNT(*)+FROM+ivoa.obscore",
                "/tap/sync?FORMAT=votable%2Ftd&QUERY=SELECT+TOP+5+obs_id+FROM+ivoa.obscore+ORDER+BY+obs_id",
                "/tap/sync?QUERY=SELECT+obs_idd+FROM+ivoa.obscore",
                "/tap/capabilities",
                "/tap/tables?detail=min",
                "/tap/examples",
                "/scs?RA=204.254&DEC=-29.865&SR=1&RESPONSEFORMAT=csv",
                "/scs?RA=204.254&DEC=-29.865",
                "/scs/capabilities",
                "/scs/tables",
                "/sia2/query?POS=CIRCLE+204.254+-29.865+1&RESPONSEFORMAT=csv",
                "/sia2/capabilities",
                "/datalink/links?ID=meerkat-deep:meerkat-deep-l-00000-01_continuum.stokes_i.fits",
                "/datalink/links?ID=none:such",
                "/datalink/capabilities",
                "/health/ready",
                "/datalink/health/ready",
            })
    void answersAsDappleUpDoes(String request) throws Exception {
        var here = tomcat.get(request);
        var there = StockTomcat.get(port(), request);

        assertThat(here.statusCode()).isEqualTo(there.statusCode()).isNotEqualTo(404);
        assertThat(here.headers().firstValue("Content-Type"))
                .isEqualTo(there.headers().firstValue("Content-Type"));
        assertThat(lasting(here)).isEqualTo(lasting(there));
    }

    @Test
    void refusesWhatCannotBeUsedInOneList(@TempDir Path other) throws Exception {
        try (var wrong = StockTomcat.start(other, WRONG)) {
            var told = wrong.log();
            assertThat(told).contains("The configuration cannot be used:\n  ");
            assertThat(WRONG.keySet()).allSatisfy(name -> assertThat(told).contains("\n  " + name));
            assertThat(wrong.get("/tap/availability").statusCode()).isEqualTo(404);
            assertThat(wrong.get("/datalink/availability").statusCode()).isEqualTo(404);
        }
    }

    /** Without what is of the moment of the answer. */
    private static List<String> lasting(HttpResponse<String> answer) {
        return answer.body()
                .lines()
                .filter(line -> !line.contains("request_date"))
                .toList();
    }

    private static Map<String, String> settings() throws SQLException {
        var owner = dapple.connection();
        var url = "jdbc:postgresql://%s:%s/%s"
                .formatted(owner.get("PGHOST"), owner.get("PGPORT"), owner.get("PGDATABASE"));
        try (var connection = DriverManager.getConnection(url, owner.get("PGUSER"), owner.get("PGPASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE site LOGIN PASSWORD 'site' IN ROLE dapple_service");
        }
        var settings = new HashMap<String, String>();
        settings.put("DAPPLE_DATABASE_URL", url);
        settings.put("DAPPLE_DATABASE_USER", "site");
        settings.put("DAPPLE_DATABASE_PASSWORD", "site");
        settings.put("DAPPLE_BASE_URL", "http://localhost:" + port());
        return settings;
    }

    private static int port() {
        return dapple.state().server().orElseThrow().port();
    }
}
