package org.dapple.datalink.replica.wire;

import java.time.Instant;

/**
 * What opens a door.
 *
 * @param text never logged
 * @param expires when it stops doing so
 */
public record Token(String text, Instant expires) {

    @Override
    public String toString() {
        return "Token[until " + expires + "]";
    }
}
