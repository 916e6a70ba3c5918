package org.dapple.adql.check;

import java.util.List;
import org.dapple.adql.AdqlException;
import org.dapple.adql.AdqlException.Kind;
import org.dapple.adql.ast.Position;

/** The errors of this package, each with its place at the end of the first sentence. */
final class Faults {
    /** So many candidates are read; more are counted. */
    private static final int MOST = 5;

    private Faults() {}

    /** With the names that come near, or else advice of another kind. */
    static AdqlException unknown(String what, String token, Position position, List<String> near, String otherwise) {
        String advice = near.isEmpty() ? otherwise : "did you mean " + near.get(0) + "?";
        return fault(Kind.NAME, position, token, "Unknown %s %s".formatted(what, token), advice, near);
    }

    static AdqlException unknown(String what, String token, Position position, String advice) {
        return unknown(what, token, position, List.of(), advice);
    }

    static AdqlException ambiguous(String what, String token, Position position, String advice) {
        return fault(Kind.NAME, position, token, "Ambiguous %s %s".formatted(what, token), advice, List.of());
    }

    /** With what could be meant. */
    static AdqlException ambiguous(String what, String token, Position position, List<String> candidates) {
        int more = candidates.size() - MOST;
        String shown = String.join(" or ", candidates.subList(0, Math.min(MOST, candidates.size())));
        String advice = "write " + shown + (more > 0 ? " (and " + more + " more)" : "");
        return fault(Kind.NAME, position, token, "Ambiguous %s %s".formatted(what, token), advice, candidates);
    }

    static AdqlException type(String token, Position position, String message) {
        return fault(Kind.TYPE, position, token, message);
    }

    static AdqlException feature(String token, Position position, String message) {
        return fault(Kind.FEATURE, position, token, message);
    }

    static AdqlException limit(String token, Position position, String message) {
        return fault(Kind.LIMIT, position, token, message);
    }

    private static AdqlException fault(Kind kind, Position position, String token, String message) {
        return fault(kind, position, token, message, "", List.of());
    }

    private static AdqlException fault(
            Kind kind, Position position, String token, String message, String advice, List<String> suggestions) {
        String place = " (line %d, column %d)".formatted(position.line(), position.column());
        String end = advice.isEmpty() ? "" : ": " + advice;
        return new AdqlException(kind, position.line(), position.column(), token, message + place + end, suggestions);
    }
}
