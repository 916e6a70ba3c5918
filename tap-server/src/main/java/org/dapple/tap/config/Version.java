package org.dapple.tap.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which release this is. */
public final class Version {

    private Version() {}

    /** Such as {@code 1.0.2}; the build writes it, so that it is known in a WAR too. */
    public static String ofThisBuild() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
