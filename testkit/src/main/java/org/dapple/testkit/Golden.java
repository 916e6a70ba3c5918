package org.dapple.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares an output with the golden file that a person approved, in {@code src/test/resources/golden} of the module.
 * {@code -Dgolden.update=true} writes the files from what the code says now, for {@code git diff} to show.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /**
     * Fails when the output differs from the golden file, or when there is no such file.
     *
     * @param name path below the folder of golden files, such as {@code errors/unknown-table.txt}
     */
    public static void assertMatches(String name, String actual) {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            write(file, actual);
        }
        assertThat(file).as("golden file; -Dgolden.update=true makes it").exists();
        assertThat(actual)
                .as("%s (-Dgolden.update=true accepts what is new)", file)
                .isEqualTo(read(file));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
