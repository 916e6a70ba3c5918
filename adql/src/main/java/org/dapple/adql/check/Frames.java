package org.dapple.adql.check;

import java.util.Locale;
import java.util.Set;
import org.dapple.adql.ast.Expression;

/**
 * Coordinate systems of geometry arguments (deprecated, ADQL 2.1 §4.2.3). Those that agree with ICRS to well under an arcsecond are ignored, as
 * the standard permits; those that do not are refused, because ignoring them would give wrong answers.
 */
final class Frames {
    private static final Set<String> OTHERS = Set.of(
            "GALACTIC", "GALACTIC_I", "GALACTIC_II", "SUPER_GALACTIC", "SUPERGALACTIC", "ECLIPTIC", "FK4", "B1950");

    /** The words of STC-S that make no difference. */
    private static final Set<String> SAME = Set.of(
            "ICRS",
            "FK5",
            "J2000",
            "J2000.0",
            "UNKNOWNFRAME",
            "SPHERICAL2",
            "BARYCENTER",
            "GEOCENTER",
            "HELIOCENTER",
            "TOPOCENTER",
            "LSR",
            "UNKNOWNREFPOS");

    private Frames() {}

    /** Whether a word of STC-S, in upper case, says something about coordinates. */
    static boolean isWord(String word) {
        return SAME.contains(word) || OTHERS.contains(word);
    }

    static void check(Expression.Call call, String frame) {
        for (String word : frame.toUpperCase(Locale.ROOT).split("\\s+", -1)) {
            if (OTHERS.contains(word)) {
                throw Faults.type(
                        word, call.position(), "Coordinates are taken as ICRS; %s is not understood".formatted(word));
            }
        }
    }
}
