package org.dapple.adql.function;

/** The parts of ADQL 2.1 under which functions are declared in a service's capabilities. */
public enum Feature {
    /** Mandatory: every service has it and none declares it. */
    CORE(""),
    GEOMETRY("ivo://ivoa.net/std/TAPRegExt#features-adqlgeo"),
    STRING("ivo://ivoa.net/std/TAPRegExt#features-adql-string"),
    CONDITIONAL("ivo://ivoa.net/std/TAPRegExt#features-adql-conditional"),
    USER_DEFINED("ivo://ivoa.net/std/TAPRegExt#features-udf");

    private final String type;

    Feature(String type) {
        this.type = type;
    }

    /** The type of the {@code languageFeatures} element it is declared in; empty for the core. */
    public String type() {
        return type;
    }
}
