package org.dapple.adql.ast;

/** The comparison operators. */
public enum ComparisonOperator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    ComparisonOperator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /** The operator that says the same with the sides exchanged. */
    public ComparisonOperator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> this;
        };
    }
}
