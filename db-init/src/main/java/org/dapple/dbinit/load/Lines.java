package org.dapple.dbinit.load;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines of limited length: the rest of a longer one is dropped, so that no input can fill the memory. */
final class Lines {

    private final Reader reader;
    private final int limit;
    private boolean tooLong;

    /** @param limit the longest line, in characters */
    Lines(Reader reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** The next line, without its end; empty at the end of the input. */
    Optional<String> next() throws IOException {
        var line = new StringBuilder();
        tooLong = false;
        int character = reader.read();
        if (character < 0) {
            return Optional.empty();
        }
        while (character >= 0 && character != '\n') {
            append(line, (char) character);
            character = reader.read();
        }
        return Optional.of(line.toString());
    }

    private void append(StringBuilder line, char character) {
        if (line.length() < limit) {
            line.append(character);
        } else {
            tooLong = true;
        }
    }

    /** Whether the line just read was cut. */
    boolean tooLong() {
        return tooLong;
    }
}
