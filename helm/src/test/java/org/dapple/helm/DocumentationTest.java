package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dapple.helm.DocumentedValues.Value;
import org.junit.jupiter.api.Test;

/** Values, schema, README and the operators' handbook say the same. */
class DocumentationTest {

    private static final Path README = Chart.DAPPLE.folder().resolve("README.md");

    /** Values that hold whatever their owner puts there: what is below them is an example, without comments. */
    private static final String FREE = ".*\\.(resources\\.(requests|limits)|parameters\\.\\w+)";

    @Test
    void everyValueHasAComment() throws IOException {
        assertThat(values())
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        value -> assertThat(value.comment()).as(value.path()).isNotBlank());
    }

    @Test
    void schemaAndValuesKnowTheSameKeys() throws IOException {
        var keys = new ArrayList<String>();
        var schema = new ObjectMapper()
                .readTree(Chart.DAPPLE.folder().resolve("values.schema.json").toFile());
        collect("", schema, schema, keys);
        keys.remove("global");
        var described = values().stream().map(Value::path).collect(Collectors.toSet());
        assertThat(keys).containsExactlyInAnyOrderElementsOf(described);
    }

    /** Leaves of the schema; resources and lists are leaves here. */
    private static void collect(String path, JsonNode node, JsonNode schema, List<String> keys) {
        var reference = node.path("$ref").asText();
        var target = reference.isEmpty() ? node : schema.at(reference.substring(1));
        var below = target.path("properties");
        if (below.isMissingNode() || reference.endsWith("/resources")) {
            keys.add(path);
            return;
        }
        below.properties()
                .forEach(it -> collect(path + (path.isEmpty() ? "" : ".") + it.getKey(), it.getValue(), schema, keys));
    }

    /** {@code -Dgolden.update=true} writes the table anew. */
    @Test
    void theReadmeHasTheTableOfAllValues() throws IOException {
        var table = "| value | default | |\n|---|---|---|\n"
                + values().stream().map(Value::row).collect(Collectors.joining("\n")) + "\n";
        var readme = Files.readString(README);
        var head = readme.substring(0, readme.indexOf("| value |"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(README, head + table);
        }
        assertThat(Files.readString(README)).isEqualTo(head + table);
    }

    @Test
    void theHandbookHasTheCommandsOfTheNotesAndOfTheTrial() throws IOException {
        var handbook = Files.readString(Path.of("..", "docs", "operators.md"));
        var commands = Chart.DAPPLE
                .notes(Example.named("trial").values())
                .lines()
                .filter(line -> line.matches("  kubectl .* (rollout|exec) .*"))
                .map(line -> line.strip()
                        .replace(Chart.RELEASE + "-", "dapple-")
                        .replace(Chart.RELEASE + ".", "dapple.")
                        .replace("--namespace " + Chart.NAMESPACE, "--namespace dapple"))
                .toList();
        assertThat(commands).hasSize(3);
        assertThat(handbook.lines()).containsAll(commands);
        var install = Example.named("trial").text().lines().filter(line -> line.contains("helm install"));
        assertThat(handbook.lines())
                .containsAll(install.map(line -> line.substring(1).strip()).toList());
    }

    @Test
    void theChartIsOfTheVersionThatIsBuilt() throws IOException {
        var chart = Files.readString(Chart.DAPPLE.folder().resolve("Chart.yaml"));
        var version = chart.replaceFirst("(?s).*appVersion: (\\S+).*", "$1");
        assertThat(Files.readString(Path.of("..", "pom.xml")))
                .contains("<artifactId>dapple</artifactId>\n  <version>" + version + "</version>");
    }

    private static List<Value> values() throws IOException {
        return DocumentedValues.in(Files.readString(Chart.DAPPLE.folder().resolve("values.yaml"))).stream()
                .filter(value -> !value.path().matches(FREE))
                .toList();
    }
}
