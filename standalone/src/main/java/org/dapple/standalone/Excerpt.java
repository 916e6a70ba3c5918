package org.dapple.standalone;

import java.util.stream.Collectors;
import org.dapple.adql.AdqlException;

/** The line of a query that an error is about, with carets under the offending token. */
final class Excerpt {

    /** Characters of a long line that are shown, at most, before the token and from its beginning on. */
    private static final int BEFORE = 60;

    private static final int AFTER = 40;
    private static final String CUT = "…";

    private Excerpt() {}

    /** Two lines and a blank one before them. */
    static String of(String adql, AdqlException error) {
        String line = line(adql, error.line());
        int[] characters = line.codePoints().toArray();
        int token = Math.min(error.column() - 1, characters.length);
        int from = Math.max(0, token - BEFORE);
        int to = Math.min(characters.length, token + AFTER);
        String before = (from > 0 ? CUT : "") + new String(characters, from, token - from);
        String after = new String(characters, token, to - token) + (to < characters.length ? CUT : "");
        String margin = " ".repeat(Integer.toString(error.line()).length());
        return "%n  %d | %s%s%n  %s | %s%s%n"
                .formatted(error.line(), before, after, margin, blank(before), carets(error.token(), to - token));
    }

    /** As ANTLR counts lines; a tab stays what it is, other control characters would move what is below them. */
    private static String line(String adql, int number) {
        return adql.split("\n", -1)[number - 1]
                .codePoints()
                .mapToObj(c -> Character.isISOControl(c) && c != '\t' ? " " : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String blank(String text) {
        return text.replaceAll("[^\t]", " ");
    }

    private static String carets(String token, int room) {
        int length = token.lines()
                .findFirst()
                .map(first -> first.codePointCount(0, first.length()))
                .orElse(1);
        return "^".repeat(Math.max(1, Math.min(length, room)));
    }
}
