package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries over real metadata and the rows they must give: {@code src/test/resources/conformance}. */
class ConformanceTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    static Stream<CaseFile.Case> cases() {
        return Stream.of("conformance/selection.txt", "conformance/sky.txt", "conformance/metadata.txt")
                .flatMap(CaseFile::read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aQueryGivesItsRows(CaseFile.Case expected) {
        HttpResponse<String> answer =
                SERVER.post("/tap/sync", Map.of("LANG", "ADQL", "RESPONSEFORMAT", "csv", "QUERY", expected.sent()));

        assertThat(answer.body().replace("\r\n", "\n").strip()).isEqualTo(expected.expected());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
