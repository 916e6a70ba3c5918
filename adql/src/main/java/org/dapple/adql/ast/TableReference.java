package org.dapple.adql.ast;

import java.util.List;
import java.util.Optional;

/** What stands in FROM. */
public sealed interface TableReference {
    /** A published table, or a common table of WITH. */
    record Named(Name name, Optional<Identifier> alias) implements TableReference {}

    /** A subquery with the name it must have. */
    record Derived(Query query, Identifier alias) implements TableReference {}

    /** Two tables joined. */
    record Join(JoinType type, TableReference left, TableReference right, JoinCondition condition, Position position)
            implements TableReference {}

    /** Which rows without a partner are kept. */
    enum JoinType {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }

    /** What makes two rows partners. */
    sealed interface JoinCondition {
        /** Equal values in all columns of the same name. */
        record Natural() implements JoinCondition {}

        /** Equal values in the named columns. */
        record Using(List<Identifier> columns) implements JoinCondition {
            public Using {
                columns = List.copyOf(columns);
            }
        }

        /** A condition that is true. */
        record On(Expression condition) implements JoinCondition {}

        /** Nothing: each row of one with each row of the other. */
        record None() implements JoinCondition {}
    }
}
