package org.dapple.adql.unit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads VOUnits 1.1 §2.2 and the older spellings that archives still use: {@code m.s**-1}, {@code m/s}, {@code 10**-3 Jy}, {@code m s-1}, {@code deg2}. */
final class UnitParser {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-zµ%]+");
    private static final Pattern POWER = Pattern.compile(
            "(?:\\*\\*|\\^)\\(([+-]?\\d+(?:\\.\\d+)?)(?:/(\\d+))?\\)|(?:\\*\\*|\\^)?([+-]?\\d+)(?!\\.?\\d)");
    private static final int LONGEST = 100;

    private final String text;
    private int at;

    private UnitParser(String text) {
        this.text = text;
    }

    static Optional<Unit> parse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        UnitParser parser = new UnitParser(text.strip());
        return parser.product().filter(unit -> parser.at == parser.text.length());
    }

    /** Factors with at most one slash: of a second one nobody could say what it divides. */
    private Optional<Unit> product() {
        Optional<Unit> product = factor();
        boolean divided = false;
        while (product.isPresent() && at < text.length() && text.charAt(at) != ')') {
            boolean divide = text.charAt(at) == '/';
            if (divide && divided) {
                return Optional.empty();
            }
            divided |= divide;
            if (divide || ".* ".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            Optional<Unit> next = factor();
            product = product.flatMap(left -> next.map(right -> left.times(divide ? right.power(-1) : right)));
        }
        return product;
    }

    private Optional<Unit> factor() {
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            Optional<Unit> inner = product();
            boolean closed = at < text.length() && text.charAt(at++) == ')';
            return closed ? inner.map(unit -> unit.power(power())) : Optional.empty();
        }
        Matcher number = matcher(NUMBER);
        if (number.lookingAt()) {
            at = number.end();
            return Optional.of(Unit.ONE.scaled(Math.pow(Double.parseDouble(number.group()), power())));
        }
        Matcher name = matcher(NAME);
        if (!name.lookingAt()) {
            return Optional.empty();
        }
        at = name.end();
        if (name.group().equals("sqrt") && text.startsWith("(", at)) {
            return factor().map(unit -> unit.power(0.5));
        }
        return Units.named(name.group()).map(unit -> unit.power(power()));
    }

    /** The power that follows a unit; 1 when none does. */
    private double power() {
        Matcher power = matcher(POWER);
        if (!power.lookingAt()) {
            return 1;
        }
        at = power.end();
        if (power.group(3) != null) {
            return Double.parseDouble(power.group(3));
        }
        double exponent = Double.parseDouble(power.group(1));
        return power.group(2) == null ? exponent : exponent / Double.parseDouble(power.group(2));
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }
}
