package org.dapple.adql;

import java.util.List;

/**
 * A query that cannot be answered, in words for the person who wrote it.
 *
 * <p>The message of a SYNTAX error begins with {@code Syntax error}, that of a NAME error with {@code Unknown} or
 * {@code Ambiguous}; every message ends with the place unless the query as a whole is meant.
 */
public final class AdqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the query. */
    public enum Kind {
        /** The text is not ADQL. */
        SYNTAX,
        /** A table, column or function that is not there, or of which there are several. */
        NAME,
        /** Values, arguments or clauses that do not go together. */
        TYPE,
        /** Correct SQL, or ADQL of another version, that is not part of the language asked for. */
        FEATURE,
        /** Larger or deeper than is accepted. */
        LIMIT
    }

    private final Kind kind;
    private final int line;
    private final int column;
    private final String token;
    private final transient List<String> suggestions;

    /**
     * @param line the line of the offending token, from 1
     * @param column its column in that line, in characters, from 1
     * @param token the offending text, empty when the query as a whole (or its end) is meant
     */
    public AdqlException(Kind kind, int line, int column, String token, String message) {
        this(kind, line, column, token, message, List.of());
    }

    /**
     * @param suggestions what could stand in place of the token, the likeliest first
     */
    public AdqlException(Kind kind, int line, int column, String token, String message, List<String> suggestions) {
        super(message);
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.token = token;
        this.suggestions = List.copyOf(suggestions);
    }

    /** Of a query in which so much stands within each other that the stack does not hold it. */
    public static AdqlException tooDeep() {
        return new AdqlException(Kind.LIMIT, 1, 1, "", "The query is nested too deeply");
    }

    public Kind kind() {
        return kind;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String token() {
        return token;
    }

    /** Names that are there and could stand in place of the token, the likeliest first; empty when none comes near. */
    public List<String> suggestions() {
        return suggestions;
    }
}
