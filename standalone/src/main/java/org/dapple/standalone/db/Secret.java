package org.dapple.standalone.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dapple.standalone.state.Problem;

/** A password, which containers rather get as a file than as a variable. */
final class Secret {

    private Secret() {}

    /**
     * The variable of this name, or the first line of the file that the variable with {@code _FILE} names.
     *
     * @throws Problem when that file cannot be read or is empty
     */
    static Optional<String> of(String name, Map<String, String> environment) {
        var file = environment.getOrDefault(name + "_FILE", "");
        if (file.isBlank()) {
            return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
        }
        try {
            var first = Files.readString(Path.of(file)).lines().findFirst().filter(line -> !line.isBlank());
            return Optional.of(first.orElseThrow(() -> new Problem(name + "_FILE names an empty file: " + file)));
        } catch (IOException | InvalidPathException e) {
            throw new Problem("%s_FILE names a file that cannot be read: %s".formatted(name, file), e);
        }
    }
}
