package org.dapple.adql.ast;

/** The operators between values. */
public enum ArithmeticOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    CONCATENATE("||");

    private final String sign;

    ArithmeticOperator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
