package org.dapple.adql.ast;

import java.util.List;

/** A value or a condition: the grammar does not tell them apart, the checker does. */
public sealed interface Expression {
    /** Where the expression begins; for an operator, where the operator stands. */
    Position position();

    /** NULL. */
    record Null(Position position) implements Expression {}

    /** TRUE or FALSE. */
    record Truth(boolean value, Position position) implements Expression {}

    /** An unsigned number as written: {@code 12}, {@code 1.5}, {@code 1E-3}, {@code 0xFF}. */
    record Numeral(String text, Position position) implements Expression {}

    /** A character string, without the quotes. */
    record Text(String value, Position position) implements Expression {}

    /** A column, maybe qualified. */
    record Column(Name name) implements Expression {
        @Override
        public Position position() {
            return name.position();
        }
    }

    /** A function or aggregate applied. */
    record Call(Identifier function, Arguments arguments) implements Expression {
        /** A call of a tree that is built rather than parsed. */
        public static Call of(String function, Expression... arguments) {
            return new Call(Identifier.of(function), new Arguments(false, false, List.of(arguments)));
        }

        /** The same call elsewhere in the text. */
        public Call at(Position place) {
            return new Call(new Identifier(function.text(), function.delimited(), place), arguments);
        }

        @Override
        public Position position() {
            return function.position();
        }
    }

    /**
     * What stands between the parentheses of a call.
     *
     * @param star {@code *} alone, as in COUNT(*)
     */
    record Arguments(boolean star, boolean distinct, List<Expression> values) {
        public Arguments {
            values = List.copyOf(values);
        }
    }

    /** {@code CAST(value AS type)}. */
    record Cast(Expression value, TypeName type, Position position) implements Expression {}

    /**
     * The target of a CAST.
     *
     * @param name upper case, words separated by one blank
     * @param length in characters; 0 when none is given
     */
    record TypeName(String name, int length, Position position) {}

    /** A query used as a value. */
    record Subquery(Query query, Position position) implements Expression {}

    /** A sign before a value. */
    record Signed(boolean negative, Expression value, Position position) implements Expression {}

    /** Arithmetic or concatenation. */
    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, Position position)
            implements Expression {}

    /** Two values compared. */
    record Comparison(ComparisonOperator operator, Expression left, Expression right, Position position)
            implements Expression {}

    /** {@code value BETWEEN low AND high}. */
    record Between(Expression value, boolean negated, Expression low, Expression high, Position position)
            implements Expression {}

    /** {@code value IN (values)}. */
    record InList(Expression value, boolean negated, List<Expression> values, Position position) implements Expression {
        public InList {
            values = List.copyOf(values);
        }
    }

    /** {@code value IN (query)}. */
    record InQuery(Expression value, boolean negated, Query query, Position position) implements Expression {}

    /** {@code value LIKE pattern}, or ILIKE, for which case does not matter. */
    record Like(Expression value, boolean negated, boolean ignoreCase, Expression pattern, Position position)
            implements Expression {}

    /** {@code value IS NULL}. */
    record IsNull(Expression value, boolean negated, Position position) implements Expression {}

    /** {@code EXISTS (query)}. */
    record Exists(Query query, Position position) implements Expression {}

    /** A negated condition. */
    record Not(Expression condition, Position position) implements Expression {}

    /** Conditions of which all must hold. */
    record And(List<Expression> conditions, Position position) implements Expression {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** Conditions of which one must hold. */
    record Or(List<Expression> conditions, Position position) implements Expression {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }
}
