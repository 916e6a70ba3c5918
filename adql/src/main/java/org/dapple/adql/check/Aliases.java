package org.dapple.adql.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives each table of a query a name in the SQL that no other has, so that no subquery can hide what it refers to. */
final class Aliases {
    private static final int LONGEST = 40;

    private final Set<String> taken = new HashSet<>();

    String next(String wanted) {
        String base = wanted.length() <= LONGEST ? wanted : wanted.substring(0, LONGEST);
        String alias = base;
        for (int i = 2; !taken.add(alias.toLowerCase(Locale.ROOT)); i++) {
            alias = base + "_" + i;
        }
        return alias;
    }
}
