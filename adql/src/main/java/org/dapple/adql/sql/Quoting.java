package org.dapple.adql.sql;

import java.util.Set;

/** Writes names and texts so that PostgreSQL reads them as nothing else. */
final class Quoting {
    /** The words PostgreSQL 15 to 18 reserves, among them those it reserves except as function names. */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation"
                            + " column concurrently constraint create cross current_catalog current_date current_role current_schema"
                            + " current_time current_timestamp current_user default deferrable desc distinct do else end except"
                            + " false fetch for foreign freeze from full grant group having ilike in initially inner intersect into"
                            + " is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null"
                            + " offset on only or order outer overlaps placing primary references returning right select"
                            + " session_user similar some symmetric system_user table tablesample then to trailing true union"
                            + " unique user using variadic verbose when where window with")
                    .split(" "));

    private Quoting() {}

    /** A name, in double quotes unless it is plain enough to be read as itself. */
    static String name(String name) {
        return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal, for standard_conforming_strings. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || !isLetter(name.charAt(0)) || RESERVED.contains(name)) {
            return false;
        }
        return name.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9'));
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    }
}
