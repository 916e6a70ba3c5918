package org.dapple.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values of a site, whose head says what has to be there before them.
 *
 * @param values the file
 */
record Example(Path values) {

    private static final Path FOLDER = Path.of("examples");
    private static final Pattern GENERIC = Pattern.compile("create secret generic (\\S+)((?: --from-file=\\S+)+)");
    private static final Pattern KEY = Pattern.compile("--from-file=(\\S+)");
    private static final Pattern TLS = Pattern.compile("create secret tls (\\S+) ");
    private static final Pattern CLAIM = Pattern.compile("The claim (\\S+) ");

    static Stream<Example> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(Example::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Example named(String name) {
        return new Example(FOLDER.resolve(name + ".yaml"));
    }

    Manifests render() {
        return Chart.INSTALL.render(values);
    }

    /** Secrets with their keys, {@code name/key}, that the commands in the head make. */
    Set<String> secrets() {
        var secrets = new HashSet<String>();
        GENERIC.matcher(text())
                .results()
                .forEach(made -> KEY.matcher(made.group(2))
                        .results()
                        .forEach(key -> secrets.add(made.group(1) + "/" + key.group(1))));
        TLS.matcher(text()).results().forEach(made -> {
            secrets.add(made.group(1) + "/tls.crt");
            secrets.add(made.group(1) + "/tls.key");
        });
        return secrets;
    }

    /** Claims that the head tells of. */
    Set<String> claims() {
        var claims = new HashSet<String>();
        CLAIM.matcher(text()).results().forEach(told -> claims.add(told.group(1)));
        return claims;
    }

    String text() {
        try {
            return Files.readString(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return values.getFileName().toString();
    }
}
