package org.dapple.adql.check;

import java.util.Collection;
import org.dapple.adql.AdqlException;
import org.dapple.adql.AdqlException.Kind;
import org.dapple.adql.Nearest;
import org.dapple.adql.ast.Position;

/** The errors of this package, each with its place at the end of the first sentence. */
final class Faults {
    private Faults() {}

    static AdqlException unknown(String what, String token, Position position, String advice) {
        return fault(Kind.NAME, position, token, "Unknown %s %s".formatted(what, token), advice);
    }

    static AdqlException ambiguous(String what, String token, Position position, String advice) {
        return fault(Kind.NAME, position, token, "Ambiguous %s %s".formatted(what, token), advice);
    }

    static AdqlException type(String token, Position position, String message) {
        return fault(Kind.TYPE, position, token, message, "");
    }

    static AdqlException feature(String token, Position position, String message) {
        return fault(Kind.FEATURE, position, token, message, "");
    }

    static AdqlException limit(String token, Position position, String message) {
        return fault(Kind.LIMIT, position, token, message, "");
    }

    /** "did you mean …?", or nothing when no name is near. */
    static String didYouMean(String wanted, Collection<String> names) {
        return Nearest.to(wanted, names)
                .map(name -> "did you mean " + name + "?")
                .orElse("");
    }

    private static AdqlException fault(Kind kind, Position position, String token, String message, String advice) {
        String place = " (line %d, column %d)".formatted(position.line(), position.column());
        String end = advice.isEmpty() ? "" : ": " + advice;
        return new AdqlException(kind, position.line(), position.column(), token, message + place + end);
    }
}
