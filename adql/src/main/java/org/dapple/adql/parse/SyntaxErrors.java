package org.dapple.adql.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.dapple.adql.AdqlException;
import org.dapple.adql.AdqlException.Kind;

/** Says in a person's words what the parser found and what it was waiting for. */
final class SyntaxErrors {
    private SyntaxErrors() {}

    static AdqlException at(CommonTokenStream tokens, Token offending, IntervalSet expected) {
        Slips.Slip slip = Slips.find(tokens, offending, expected);
        return slip.advice().isEmpty() ? at(offending, "expected " + words(expected)) : at(slip.token(), slip.advice());
    }

    /** An error at a token, with what to do about it. */
    static AdqlException at(Token offending, String wanted) {
        int column = offending.getCharPositionInLine() + 1;
        String message = "Syntax error at line %d, column %d: %s; %s"
                .formatted(offending.getLine(), column, found(offending), wanted);
        String token = offending.getType() == Token.EOF ? "" : offending.getText();
        return new AdqlException(Kind.SYNTAX, offending.getLine(), column, token, message);
    }

    private static String found(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the query ends too early";
            case AdqlTokens.UNTERMINATED_STRING -> "the string that begins here has no closing quote";
            case AdqlTokens.UNTERMINATED_DELIMITED ->
                "the name in double quotes that begins here has no closing double quote";
            default -> "unexpected \"" + shortened(token.getText()) + "\"";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static String words(IntervalSet expected) {
        List<String> words = new ArrayList<>();
        if (expected.contains(AdqlTokens.IDENTIFIER)) {
            words.add(expected.contains(AdqlTokens.INTEGER) ? "a value" : "a name");
        } else if (expected.contains(AdqlTokens.INTEGER)) {
            words.add("a whole number");
        }
        for (int type : expected.toArray()) {
            if (!covered(type, expected)) {
                words.add(word(type));
            }
        }
        return join(words);
    }

    /** Whether "a value" or "a name" already says that this token would do. */
    private static boolean covered(int type, IntervalSet expected) {
        if (type == AdqlTokens.IDENTIFIER || type == AdqlTokens.INTEGER || type == AdqlTokens.DELIMITED) {
            return true;
        }
        boolean value = expected.contains(AdqlTokens.INTEGER) && expected.contains(AdqlTokens.IDENTIFIER);
        return switch (type) {
            case AdqlTokens.HEXADECIMAL,
                    AdqlTokens.DECIMAL,
                    AdqlTokens.APPROXIMATE,
                    AdqlTokens.STRING,
                    AdqlTokens.NULL,
                    AdqlTokens.TRUE,
                    AdqlTokens.FALSE,
                    AdqlTokens.CAST,
                    AdqlTokens.PLUS,
                    AdqlTokens.MINUS,
                    AdqlTokens.LPAREN,
                    AdqlTokens.NOT,
                    AdqlTokens.EXISTS -> value;
            default -> false;
        };
    }

    private static String word(int type) {
        String literal = AdqlGrammar.VOCABULARY.getLiteralName(type);
        if (type == Token.EOF) {
            return "the end of the query";
        }
        if (literal == null) {
            return type == AdqlTokens.NE ? "<>" : "text in single quotes";
        }
        return literal.substring(1, literal.length() - 1);
    }

    private static String join(List<String> words) {
        List<String> few = words.size() <= 6 ? words : words.subList(0, 6);
        if (few.size() == 1) {
            return few.get(0);
        }
        String last = words.size() > 6 ? "…" : "or " + few.get(few.size() - 1);
        List<String> head = words.size() > 6 ? few : few.subList(0, few.size() - 1);
        return String.join(", ", head) + (words.size() > 6 ? ", " : " ") + last;
    }
}
