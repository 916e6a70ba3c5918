package org.dapple.standalone.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A small file of keys and values that only its owner can read, and that is either the old one or the new one. */
record PropertiesFile(Path path) {

    Optional<Properties> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var reader = Files.newBufferedReader(path)) {
            var properties = new Properties();
            properties.load(reader);
            return Optional.of(properties);
        } catch (IOException e) {
            throw new Problem("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    void write(Map<String, String> values) {
        var properties = new Properties();
        properties.putAll(values);
        try {
            Files.createDirectories(path.getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var written = Files.createTempFile(path.getParent(), "new-", ".properties", ownerOnly);
            try (var writer = Files.newBufferedWriter(written)) {
                properties.store(writer, null);
            }
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Problem("Cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new Problem("Cannot remove " + path + ": " + e.getMessage(), e);
        }
    }
}
