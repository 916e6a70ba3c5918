package org.dapple.adql.ast;

/** One named query of a WITH clause. */
public record CommonTable(Identifier name, Query query) {}
