package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.dapple.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lint, and what each example makes of the chart. */
class ExamplesTest {

    @Test
    void lintHasNothingToSay() {
        var lint = Chart.DAPPLE.lint();
        assertThat(lint.getMessages()).isEmpty();
        assertThat(lint.isFailed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everyObjectIsDecodedStrictlyAndIsOneOfThoseExpected(Example example) {
        var objects = example.render().all().stream()
                .map(it -> it.getKind() + " " + it.getMetadata().getName())
                .sorted()
                .toList();
        assertThat(objects).doesNotHaveDuplicates();
        Golden.assertMatches("objects/" + example + ".txt", String.join("\n", objects) + "\n");
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everyObjectSaysWhatItBelongsTo(Example example) {
        assertThat(example.render().all())
                .allSatisfy(it -> assertThat(it.getMetadata().getLabels())
                        .containsEntry("app.kubernetes.io/name", "dapple")
                        .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                        .containsKey("app.kubernetes.io/component"));
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void notesTellTheNextCommand(Example example) {
        Golden.assertMatches("notes/" + example + ".txt", Chart.DAPPLE.notes(example.values()));
    }

    @Test
    void namesFollowTheRelease() {
        var names = Chart.INSTALL.render(Map.of("fullnameOverride", "other")).all().stream()
                .map(it -> it.getMetadata().getName())
                .collect(Collectors.toSet());
        assertThat(names).allMatch(name -> name.startsWith("other-"));
    }

    @Test
    void decodingRefusesWhatKubernetesDoesNotKnow() {
        var deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replica: 1}\n";
        assertThatThrownBy(() -> Manifests.decode(deployment)).hasMessageContaining("\"replica\"");
        assertThatThrownBy(() -> Manifests.decode("apiVersion: v1\nkind: Pot\n"))
                .hasMessageContaining("v1/Pot");
        assertThatThrownBy(() -> Manifests.decode("apiVersion: v1\nkind: Service\nkind: Service\n"))
                .hasMessageContaining("duplicate key kind");
    }
}
