package org.dapple.adql.ast;

import java.util.Locale;

/**
 * A name as written.
 *
 * @param text without the double quotes
 * @param delimited whether it stood in double quotes, and so means exactly this text
 */
public record Identifier(String text, boolean delimited, Position position) {
    /** A regular identifier of a tree that is built rather than parsed. */
    public static Identifier of(String text) {
        return new Identifier(text, false, Position.NONE);
    }

    /** Whether this identifier means the thing of that name: regular ones whatever the case, delimited ones exactly. */
    public boolean means(String name) {
        return delimited ? text.equals(name) : text.equalsIgnoreCase(name);
    }

    /** The name by which PostgreSQL knows it: folded to lower case unless delimited. */
    public String folded() {
        return delimited ? text : text.toLowerCase(Locale.ROOT);
    }
}
