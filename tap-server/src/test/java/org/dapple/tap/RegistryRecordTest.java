package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry is told of the services, and what VOSI tells of them, by the schemas of the IVOA. */
class RegistryRecordTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tap/record",
                "/scs/record",
                "/sia2/record",
                "/tap/tables",
                "/scs/tables",
                "/sia2/tables",
                "/scs/tables/ivoa.obscore",
                "/tap/capabilities",
                "/scs/capabilities",
                "/sia2/capabilities",
                "/tap/availability"
            })
    void isValid(String path) {
        Program.Result result = validated(SERVER.url(path));

        assertThat(result.output().lines()).allMatch(line -> line.startsWith("WARNING: Unused custom schema: "));
        assertThat(result.exitCode()).isZero();
    }

    /** So that the validation is known to see what it is there for. */
    @Test
    void anotherDocumentIsNot() {
        assertThat(validated(SERVER.url("/tap/examples")).exitCode()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/tap, ivo://dapple.example.org/tap, Observations by ADQL, ivo://ivoa.net/std/TAP",
        "/scs, ivo://dapple.example.org/scs, Observations by position, ivo://ivoa.net/std/ConeSearch",
        "/sia2, ivo://dapple.example.org/sia2, Images and cubes, ivo://ivoa.net/std/SIA#query-2.0"
    })
    void tellsWhatTheServiceIsAndHas(String path, String identifier, String title, String standardId) {
        String answer = SERVER.get(path + "/record").body();

        assertThat(answer)
                .contains("<identifier>" + identifier + "</identifier>", "<title>" + title + " at ")
                .contains("<referenceURL>" + SERVER.url("/") + "</referenceURL>")
                .contains("standardID=\"" + standardId + "\"", "<name>ivoa.obscore</name>", "<name>s_region</name>");
        assertThat(Pattern.compile("<name>rucio.dids</name>").matcher(answer).find())
                .isEqualTo(path.equals("/tap"));
    }

    private static Program.Result validated(String url) {
        return Program.stilts()
                .run(
                        "xsdvalidate",
                        "uselocals=true",
                        "schemaloc=" + location("http://www.ivoa.net/xml/RegistryInterface/v1.0", "RegistryInterface"),
                        "schemaloc=" + location("http://www.ivoa.net/xml/ConeSearch/v1.0", "ConeSearch"),
                        "doc=" + url);
    }

    private static String location(String namespace, String schema) {
        return namespace + "="
                + Path.of("src", "test", "resources", "xsd", schema + ".xsd").toUri();
    }
}
