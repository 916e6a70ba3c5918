package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dapple.testkit.Program;
import org.junit.jupiter.api.Test;

class UpCommandTest {

    @Test
    void answersTheQueriesThatItPrints() {
        try (var dapple = Installation.fresh()) {
            var up = dapple.run("up", "--detach", "--demo", "100");
            assertThat(up.exitCode()).as(up.errors()).isZero();
            var curl = up.output()
                    .lines()
                    .filter(line -> line.startsWith("curl "))
                    .findFirst()
                    .orElseThrow();
            var answer = Program.named("sh", "dash").run("-c", curl.replace("curl ", "curl -sS "));
            assertThat(answer.output()).startsWith("obs_publisher_did,").contains("ivo://");
            var python = up.output()
                    .substring(up.output().indexOf("import pyvo"), up.output().indexOf("Stop it"));
            assertThat(Program.python().run("-c", python).output()).contains("obs_publisher_did", "ivo://");
        }
    }

    @Test
    void linksOfTheTableLeadToThisVeryServer() {
        try (var dapple = Installation.fresh()) {
            var port = started(dapple, "--demo", "50");
            var links = Program.python().run("src/test/resources/pyvo_datalinks.py", "http://localhost:" + port);
            assertThat(links.output()).isEqualTo("all is well\n");
        }
    }

    /** The lines of README, with the port of this server. */
    @Test
    void aFileOfTheDemonstrationIsFoundLinkedDownloadedAndOpened() throws IOException {
        try (var dapple = Installation.fresh()) {
            var port = started(dapple, "--demo", "50");
            var readme = Files.readString(Path.of("..", "README.md"));
            var lines = readme.replaceFirst("(?s).*```python\n(?=[^`]*iter_datalinks)", "")
                    .replaceFirst("(?s)```.*", "");
            var script = lines.replace("localhost:8080", "localhost:" + port) + """

                    import numpy
                    from astropy.wcs import WCS
                    y, x = numpy.unravel_index(image.data.argmax(), image.data.shape)
                    at = WCS(image.header).pixel_to_world(x, y)
                    assert at.separation(SkyCoord(row["s_ra"], row["s_dec"], unit="deg")).deg < row["s_fov"] / 128
                    sites = [link["local_semantics"] for link in links]
                    assert sites == ["replica:JODRELL-BANK", "replica:PERTH"], sites
                    """;
            var run = Program.python().run("-c", "from astropy.coordinates import SkyCoord\n" + script);
            assertThat(run.output()).contains("MeerKAT");
            assertThat(run.exitCode()).as(run.output()).isZero();
        }
    }

    @Test
    void reportsWhatRunsAndWhatIsInIt() throws IOException {
        try (var dapple = Installation.fresh()) {
            dapple.run("up", "--detach", "--demo", "100");
            var status = status(dapple);
            assertThat(status.at("/running").booleanValue()).isTrue();
            assertThat(status.at("/base_urls/tap").textValue()).matches("http://localhost:\\d+/tap");
            assertThat(status.at("/database_url").textValue()).matches("jdbc:postgresql://127.0.0.1:\\d+/dapple");
            assertThat(status.at("/versions/postgresql").textValue()).matches("1[5-8]\\.\\d+");
            assertThat(status.at("/counts/dids").longValue()).isEqualTo(100);
            assertThat(dapple.run("status").output()).contains("Dapple is running", "100");
        }
    }

    @Test
    void findsEverythingThereTheSecondTime() throws IOException {
        try (var dapple = Installation.fresh()) {
            var first = dapple.run("up", "--detach", "--demo", "100");
            assertThat(dapple.run("up", "--detach")).isEqualTo(first);
            dapple.run("down");
            assertThat(dapple.run("up", "--detach").exitCode()).isZero();
            assertThat(status(dapple).at("/counts/dids").longValue()).isEqualTo(100);
        }
    }

    @Test
    void stopsServerAndDatabaseAndStaysStopped() throws IOException {
        try (var dapple = Installation.fresh()) {
            dapple.run("up", "--detach", "--no-demo");
            assertThat(dapple.run("down").exitCode()).isZero();
            assertThat(dapple.run("down").exitCode()).isZero();
            var status = status(dapple);
            assertThat(status.at("/running").booleanValue()).isFalse();
            assertThat(status.at("/counts").isNull()).isTrue();
            assertThat(status.at("/versions/dapple").isTextual()).isTrue();
        }
    }

    @Test
    void runsBesideAnother() throws IOException {
        try (var one = Installation.fresh();
                var other = Installation.fresh()) {
            one.run("up", "--detach", "--demo", "50");
            other.run("up", "--detach", "--no-demo");
            assertThat(status(one).at("/counts/dids").longValue()).isEqualTo(50);
            assertThat(status(other).at("/counts/dids").longValue()).isZero();
            one.run("down");
            assertThat(status(other).at("/running").booleanValue()).isTrue();
        }
    }

    @Test
    void comesUpAgainAfterServerAndDatabaseWereKilled() throws Exception {
        try (var dapple = Installation.fresh()) {
            dapple.run("up", "--detach", "--demo", "50");
            kill(dapple.state().server().orElseThrow().pid());
            Files.createFile(dapple.state().path().resolve("tmp").resolve("left-behind"));
            kill(Long.parseLong(Files.readAllLines(dapple.state().postgres().resolve("data/postmaster.pid"))
                    .get(0)));
            assertThat(status(dapple).at("/running").booleanValue()).isFalse();
            assertThat(dapple.run("up", "--detach").exitCode()).isZero();
            assertThat(status(dapple).at("/counts/dids").longValue()).isEqualTo(50);
            assertThat(dapple.state().path().resolve("tmp"))
                    .as("what the killed server left is gone")
                    .isDirectoryNotContaining("glob:**/left-behind");
        }
    }

    @Test
    void namesTheVariableWhenThePortIsTaken() throws IOException {
        try (var stranger = new ServerSocket(0);
                var dapple = Installation.onPort(stranger.getLocalPort())) {
            var up = dapple.run("up", "--detach");
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.errors()).contains("Port " + stranger.getLocalPort(), "DAPPLE_PORT=");
        }
    }

    @Test
    void refusesContradictions() {
        try (var dapple = Installation.fresh()) {
            assertThat(dapple.run("up", "--no-demo", "--demo", "5").exitCode()).isEqualTo(2);
            assertThat(dapple.run("up", "--demo", "-5").errors()).contains("--demo -5: expected a number of DIDs");
            assertThat(dapple.run("up", "--database", "mysql://h/d").errors()).contains("expected postgresql://");
        }
    }

    @Test
    void givesPsqlTheOwnersConnectionWithoutArguments() {
        try (var dapple = Installation.fresh()) {
            assertThat(dapple.run("connection").errors()).contains("./dapple up");
            dapple.run("up", "--detach", "--no-demo");
            var script = dapple.run("connection").output() + "\"$DAPPLE_PSQL\" -At -c 'SELECT current_user'";
            assertThat(Program.named("sh", "dash").run("-c", script).output()).isEqualTo("dapple\n");
        }
    }

    private static int started(Installation dapple, String... options) {
        var words = new ArrayList<>(List.of("up", "--detach"));
        words.addAll(List.of(options));
        var up = dapple.run(words.toArray(String[]::new));
        assertThat(up.exitCode()).as(up.errors()).isZero();
        return dapple.state().server().orElseThrow().port();
    }

    private static void kill(long pid) throws Exception {
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
    }

    private static JsonNode status(Installation dapple) throws IOException {
        return new ObjectMapper().readTree(dapple.run("status", "--json").output());
    }
}
