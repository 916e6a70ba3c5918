package org.dapple.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The chart, as Helm itself reads it.
 *
 * @param folder with Chart.yaml
 */
record Chart(Path folder) {

    static final String RELEASE = "lake";
    static final String NAMESPACE = "vo";

    /** As it is shipped. */
    static final Chart DAPPLE = new Chart(Path.of("dapple"));

    /** With its hooks among the other objects; helm-java leaves them out of what it renders. */
    static final Chart INSTALL = DAPPLE.copy(text -> text.replace("helm.sh/hook", "hook.helm.sh/when"));

    /** The next version as an upgrade renders it, since no cluster is here to upgrade. */
    static final Chart UPGRADE = INSTALL.copy(text -> text.replace(".Release.IsInstall", "false")
            .replaceAll("(?m)^version: .*", "version: 99.0.0")
            .replaceAll("(?m)^appVersion: .*", "appVersion: 99.0.0"));

    private static final String KUBERNETES = "1.30.0";

    /** The values of an example file and nothing else. */
    Manifests render(Path values) {
        return Manifests.decode(template().withValuesFile(values).call());
    }

    /** Some values by path, the others as they are. */
    Manifests render(Map<String, ?> values) {
        var template = template();
        values.forEach(template::set);
        return Manifests.decode(template.call());
    }

    /** What an installation prints at its end. */
    String notes(Path values) {
        Release release = helm().install()
                .clientOnly()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values)
                .call();
        return release.getOutput().replaceFirst("(?s).*NOTES:\n", "");
    }

    LintResult lint() {
        return helm().lint().strict().quiet().call();
    }

    private Chart copy(UnaryOperator<String> change) {
        try (var tree = Files.walk(folder)) {
            var copy = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chart-");
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(folder.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, change.apply(Files.readString(file)));
            }
            return new Chart(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TemplateCommand template() {
        return helm().template().withName(RELEASE).withNamespace(NAMESPACE).withKubeVersion(KUBERNETES);
    }

    private Helm helm() {
        requireLibrary();
        return new Helm(folder);
    }

    /** Helm comes as a library of Go for each platform; where there is none, nothing here has been tested. */
    private static void requireLibrary() {
        var platform = (System.getProperty("os.name") + "-" + System.getProperty("os.arch"))
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^mac os x", "darwin")
                .replaceFirst("^windows.*-", "windows-")
                .replace("x86_64", "amd64")
                .replace("aarch64", "arm64");
        var known = List.of("linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64", "windows-amd64");
        if (!known.contains(platform)) {
            throw new AssertionError(
                    "The chart cannot be tested on %s: helm-java has libraries for %s".formatted(platform, known));
        }
    }
}
