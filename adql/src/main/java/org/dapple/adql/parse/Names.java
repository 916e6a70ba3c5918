package org.dapple.adql.parse;

import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Name;
import org.dapple.adql.ast.Position;

/** From tokens to identifiers, names and positions. */
final class Names {
    private Names() {}

    static Position position(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1);
    }

    static Identifier identifier(AdqlGrammar.IdentifierContext context) {
        return identifier(context.getStart());
    }

    static Identifier identifier(Token token) {
        String text = token.getText();
        boolean delimited = token.getType() == AdqlTokens.DELIMITED;
        String name = delimited ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
        return new Identifier(name, delimited, position(token));
    }

    static Name name(AdqlGrammar.NameContext context) {
        Stream<Identifier> rest = context.word().stream().map(word -> identifier(word.getStart()));
        return new Name(
                Stream.concat(Stream.of(identifier(context.identifier())), rest).toList());
    }

    static Optional<Identifier> alias(AdqlGrammar.AliasContext context) {
        return Optional.ofNullable(context).map(alias -> identifier(alias.getStop()));
    }
}
