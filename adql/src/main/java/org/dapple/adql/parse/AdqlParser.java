package org.dapple.adql.parse;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.dapple.adql.AdqlException;
import org.dapple.adql.ast.Query;

/** Parses ADQL 2.1. */
public final class AdqlParser {
    /** The longest query that is read, in characters. */
    public static final int MAX_LENGTH = 1 << 20;

    private AdqlParser() {}

    /**
     * The syntax tree of a query in ADQL 2.1.
     *
     * @throws AdqlException of kind SYNTAX, or LIMIT when the text is longer than {@link #MAX_LENGTH} or nested too deeply
     */
    public static Query parse(String text) {
        return parse(text, AdqlVersion.V2_1);
    }

    /**
     * The syntax tree of a query in the given version of ADQL.
     *
     * @throws AdqlException of kind SYNTAX, LIMIT, or FEATURE for what that version does not have
     */
    public static Query parse(String text, AdqlVersion version) {
        Limits.checkLength(text);
        Characters.check(text);
        CommonTokenStream tokens = tokens(text);
        Limits.checkNesting(tokens);
        try {
            Query query = new QueryBuilder().build(statement(tokens));
            if (version == AdqlVersion.V2_0) {
                Adql20.check(tokens, query);
            }
            return query;
        } catch (StackOverflowError e) {
            throw AdqlException.tooDeep();
        }
    }

    private static CommonTokenStream tokens(String text) {
        AdqlTokens lexer = new AdqlTokens(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }

    /** SLL prediction reads nearly every query at once; what it refuses is read again by LL, which also gives the message. */
    private static AdqlGrammar.StatementContext statement(CommonTokenStream tokens) {
        AdqlGrammar grammar = new AdqlGrammar(tokens);
        grammar.removeErrorListeners();
        try {
            grammar.getInterpreter().setPredictionMode(PredictionMode.SLL);
            grammar.setErrorHandler(new BailErrorStrategy());
            return grammar.statement();
        } catch (ParseCancellationException e) {
            grammar.reset();
            grammar.getInterpreter().setPredictionMode(PredictionMode.LL);
            grammar.setErrorHandler(new SyntaxErrorStrategy(tokens));
            return grammar.statement();
        }
    }
}
