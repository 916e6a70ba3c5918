package org.dapple.adql.ast;

/** Two queries combined; left-deep where several operators follow each other. */
public record SetOperation(Operator operator, boolean all, QueryBody left, QueryBody right, Position position)
        implements QueryBody {
    /** The set operators of ADQL 2.1 §4.7. */
    public enum Operator {
        UNION,
        EXCEPT,
        INTERSECT
    }
}
