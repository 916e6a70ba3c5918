package org.dapple.adql.parse;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Ends parsing at the first error with a message: guesses about what else may be wrong would only confuse. */
final class SyntaxErrorStrategy extends DefaultErrorStrategy {
    private final CommonTokenStream tokens;

    SyntaxErrorStrategy(CommonTokenStream tokens) {
        this.tokens = tokens;
    }

    @Override
    public void recover(Parser grammar, RecognitionException e) {
        throw SyntaxErrors.at(tokens, e.getOffendingToken(), grammar.getExpectedTokens());
    }

    @Override
    public Token recoverInline(Parser grammar) {
        throw SyntaxErrors.at(tokens, grammar.getCurrentToken(), grammar.getExpectedTokens());
    }

    @Override
    public void sync(Parser grammar) {}

    @Override
    public void reportError(Parser grammar, RecognitionException e) {}
}
