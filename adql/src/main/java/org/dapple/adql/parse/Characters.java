package org.dapple.adql.parse;

import org.dapple.adql.AdqlException;
import org.dapple.adql.AdqlException.Kind;

/** Refuses what no text in PostgreSQL can hold: U+0000, and halves of the pairs that UTF-16 writes other characters with. */
final class Characters {
    private Characters() {}

    static void check(String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int character = text.codePointAt(i);
            if (character == 0 || Character.getType(character) == Character.SURROGATE) {
                throw refused(character, line, column);
            }
            line += character == '\n' ? 1 : 0;
            column = character == '\n' ? 1 : column + 1;
        }
    }

    private static AdqlException refused(int character, int line, int column) {
        String name = "U+%04X".formatted(character);
        String message = "Syntax error at line %d, column %d: the character %s cannot be part of a query; leave it out"
                .formatted(line, column, name);
        return new AdqlException(Kind.SYNTAX, line, column, name, message);
    }
}
