package org.dapple.tap.db;

/** Names in SQL. */
final class Identifiers {

    private Identifiers() {}

    /** A name in double quotes, whatever is in it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
