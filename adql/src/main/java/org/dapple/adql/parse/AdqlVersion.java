package org.dapple.adql.parse;

/** The versions of ADQL in which a query can be written. */
public enum AdqlVersion {
    /** ADQL 2.0 (2008). */
    V2_0,
    /** ADQL 2.1 (2023), which has nearly all of 2.0 and more. */
    V2_1
}
