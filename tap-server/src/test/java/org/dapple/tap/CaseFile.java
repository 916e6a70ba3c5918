package org.dapple.tap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Cases written one below the other: {@code == name}, what is sent, {@code --}, what is expected. */
public final class CaseFile {

    /** One case; {@code expected} ends with a line feed unless it is empty. */
    public record Case(String name, String sent, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private CaseFile() {}

    public static Stream<Case> read(String name) {
        try {
            String text = Files.readString(Path.of("src", "test", "resources").resolve(name));
            return Arrays.stream(text.split("(?m)^== ")).skip(1).map(CaseFile::read1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read1(String text) {
        String[] headAndBody = text.split("\n", 2);
        String[] sentAndExpected = headAndBody[1].split("(?m)^--\n", 2);
        return new Case(headAndBody[0], sentAndExpected[0].strip(), sentAndExpected[1].strip());
    }
}
