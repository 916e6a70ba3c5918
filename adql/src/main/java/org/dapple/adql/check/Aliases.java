package org.dapple.adql.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives each table of a query a name in the SQL that no other has, so that no subquery can hide what it refers to. */
final class Aliases {
    private static final int LONGEST = 40;

    /** The one name that the translator itself gives within reach of the query's own: {@code unnest(…) AS part}. */
    private final Set<String> taken = new HashSet<>(Set.of("part"));

    String next(String wanted) {
        String base = wanted.length() <= LONGEST ? wanted : wanted.substring(0, LONGEST);
        String alias = base;
        for (int i = 2; !taken.add(alias.toLowerCase(Locale.ROOT)); i++) {
            alias = base + "_" + i;
        }
        return alias;
    }
}
