package org.dapple.adql.sql;

import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Value;

/**
 * Writes searches of one region column by another: each is one circle, or one polygon, or compound. Every alternative begins with search
 * columns of both, so that an index of either serves a join.
 */
final class FootprintPair {
    private final Footprints left;
    private final Footprints right;
    private final boolean exact;

    /**
     * Two region columns.
     *
     * @param exact whether regions that do not match must give false rather than NULL
     */
    FootprintPair(Value.ColumnValue left, Value.ColumnValue right, boolean exact) {
        this.left = new Footprints(left, false);
        this.right = new Footprints(right, false);
        this.exact = exact;
    }

    /** The left region lies in the right one; in a compound one, each of its parts lies in one of the other's. */
    String within() {
        return any(
                left.within(right.circle()),
                left.within(right.polygon()),
                right.compoundContains(left.circle(), AdqlType.CIRCLE),
                right.compoundContains(left.polygon(), AdqlType.POLYGON),
                compound("ivoa.region_contains", right, left));
    }

    /** The regions have a point in common. */
    String intersects() {
        return any(
                left.intersects(right.circle()),
                left.intersects(right.polygon()),
                right.compoundIntersects(left.circle()),
                right.compoundIntersects(left.polygon()),
                compound("ivoa.region_intersects", left, right));
    }

    private static String compound(String function, Footprints first, Footprints second) {
        return "(" + first.bound() + " && " + second.bound() + " AND " + function + "(" + first.parts() + ", "
                + second.parts() + "))";
    }

    private String any(String... alternatives) {
        String found = "(" + String.join(" OR ", alternatives) + ")";
        return exact
                ? "coalesce(" + found + ", CASE WHEN " + left.text() + " IS NOT NULL AND " + right.text()
                        + " IS NOT NULL THEN false END)"
                : found;
    }
}
