package org.dapple.adql.resolved;

import java.util.List;
import org.dapple.adql.ast.ComparisonOperator;

/** Something that is true, false or unknown of a row. */
public sealed interface Condition {
    /** All hold. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** One holds. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /** The contrary. */
    record Not(Condition condition) implements Condition {}

    /** Two values of types that can be compared. */
    record Comparison(ComparisonOperator operator, Value left, Value right) implements Condition {}

    /** A value within bounds. */
    record Between(Value value, boolean negated, Value low, Value high) implements Condition {}

    /** A value among others. */
    record InList(Value value, boolean negated, List<Value> values) implements Condition {
        public InList {
            values = List.copyOf(values);
        }
    }

    /** A value among those of a query of one column. */
    record InQuery(Value value, boolean negated, CheckedQuery query) implements Condition {}

    /** A text that follows a pattern. */
    record Like(Value value, boolean negated, boolean ignoreCase, Value pattern) implements Condition {}

    /** A value that is missing. */
    record IsNull(Value value, boolean negated) implements Condition {}

    /** A query that has rows. */
    record Exists(CheckedQuery query) implements Condition {}

    /** One shape wholly within another, borders included. */
    record Contains(Value inner, Value outer) implements Condition {}

    /** Two shapes with a point in common. */
    record Intersects(Value left, Value right) implements Condition {}

    /**
     * Two points no further apart than a radius.
     *
     * @param strict nearer than it
     * @param radius degrees
     */
    record Near(Value left, Value right, boolean strict, Value radius) implements Condition {}

    /** Metadata in which a key has a value, or a list that has it. */
    record HasMetadata(Value data, Value key, Value value) implements Condition {}

    /** A condition that never holds where none of the others does, which an index can answer. */
    record Indexed(Condition condition, List<Condition> needed) implements Condition {
        public Indexed {
            needed = List.copyOf(needed);
        }
    }

    /** A BOOLEAN value that is true. */
    record IsTrue(Value value) implements Condition {}
}
