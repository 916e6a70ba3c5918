package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The next version of the chart changes of a release only what an upgrade may. */
class UpgradeTest {

    /** Versions, images, and when the job runs. Selectors and templates of claims cannot be changed in a cluster. */
    private static final String ALLOWED =
            ".*/metadata/labels/(helm.sh~1chart|app.kubernetes.io~1version)|.*/containers/0/image"
                    + "|Job lake-db-init/metadata/annotations.*";

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void changesVersionsAndImagesOnly(Example example) {
        var before = leaves(example.render());
        var after = leaves(Chart.UPGRADE.render(example.values()));
        var changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
        assertThat(changed)
                .contains("Deployment lake-tap-server/metadata/labels/app.kubernetes.io~1version")
                .allMatch(path -> path.matches(ALLOWED));
    }

    /** Text by path of all objects but the secret, which is made once and stays. */
    private static Map<String, String> leaves(Manifests manifests) {
        var leaves = new TreeMap<String, String>();
        manifests.all().stream()
                .filter(object -> !(object instanceof Secret))
                .forEach(object -> collect(
                        object.getKind() + " " + object.getMetadata().getName(),
                        new ObjectMapper().valueToTree(object),
                        leaves));
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isValueNode()) {
            leaves.put(path, node.asText());
        }
        node.properties()
                .forEach(field -> collect(path + "/" + field.getKey().replace("/", "~1"), field.getValue(), leaves));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), leaves);
        }
    }
}
