package org.dapple.adql.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.SearchColumns.Footprint;
import org.dapple.adql.function.Functions;
import org.dapple.adql.resolved.Value;

/**
 * Writes searches of a region column by its search columns: a region is one circle, or one polygon, or compound, and then it is found by its
 * bounding circle and tested part by part.
 */
final class Footprints {
    private final Value.ColumnValue region;
    private final Footprint footprint;
    private final boolean exact;

    /**
     * The search columns beside a region column.
     *
     * @param exact whether a region that does not match must give false rather than NULL
     */
    Footprints(Value.ColumnValue region, boolean exact) {
        this.region = region;
        this.footprint = ShapeWriter.footprint(region);
        this.exact = exact;
    }

    /** The shape lies in the region; in a compound one it lies in one of the parts. */
    String contains(String shape, AdqlType type) {
        return any(shape, shape + " <@ " + circle(), shape + " <@ " + polygon(), compoundContains(shape, type));
    }

    String compoundContains(String shape, AdqlType type) {
        String inPart = type == AdqlType.POINT
                ? "ivoa.region_contains(" + parts() + ", " + shape + ")"
                : partwise("EXISTS", shape + " <@ part.s", " OR ");
        return "(" + shape + " <@ " + bound() + " AND " + inPart + ")";
    }

    /** The region, and so each of its parts, lies in the shape. */
    String within(String shape) {
        return any(
                shape,
                circle() + " <@ " + shape,
                polygon() + " <@ " + shape,
                "(" + bound() + " && " + shape + " AND " + partsWithin(shape) + ")");
    }

    private String partsWithin(String shape) {
        return partwise("NOT EXISTS", "NOT part.s <@ " + shape, " AND ");
    }

    /** The region and the shape have a point in common. */
    String intersects(String shape) {
        return any(shape, circle() + " && " + shape, polygon() + " && " + shape, compoundIntersects(shape));
    }

    /** The range lies in the region; in a compound one it lies in one of the parts. */
    String contains(RangeSearch range) {
        String inPart = partwise("EXISTS", range.box() + " <@ part.s", " OR ");
        return any(
                range.box(),
                range.within(circle()),
                range.within(polygon()),
                "(" + range.within(bound()) + " AND " + inPart + ")");
    }

    /** The region, and so each of its parts, lies in the range. */
    String within(RangeSearch range) {
        return any(
                range.box(),
                range.contains(circle()),
                range.contains(polygon()),
                "(" + range.near(bound()) + " AND " + partsWithin(range.box()) + ")");
    }

    /** The region and the range have a point in common. */
    String intersects(RangeSearch range) {
        String parts = "ivoa.region_intersects(" + parts() + ", " + range.box() + ")";
        return any(
                range.box(),
                range.meetsCircle(circle()),
                range.meetsPolygon(polygon()),
                "(" + range.near(bound()) + " AND " + parts + ")");
    }

    String compoundIntersects(String shape) {
        return "(" + bound() + " && " + shape + " AND ivoa.region_intersects(" + parts() + ", " + shape + "))";
    }

    /** A function of the one shape that the region is; NULL for a compound one, as its parts may overlap. */
    String measure(String function) {
        return "coalesce(" + apply(function, AdqlType.CIRCLE, circle()) + ", "
                + apply(function, AdqlType.POLYGON, polygon()) + ")";
    }

    private static String apply(String function, AdqlType type, String shape) {
        return Functions.named(function).stream()
                .filter(row -> row.accepts(List.of(type)))
                .findFirst()
                .orElseThrow()
                .apply(List.of(shape));
    }

    private String any(String shape, String circle, String polygon, String compound) {
        String found = "(" + circle + " OR " + polygon + " OR " + compound + ")";
        return exact
                ? "coalesce(" + found + ", CASE WHEN " + text() + " IS NOT NULL AND " + shape
                        + " IS NOT NULL THEN false END)"
                : found;
    }

    private String partwise(String exists, String condition, String operator) {
        return List.of(footprint.circles(), footprint.polygons(), footprint.boxes()).stream()
                .map(parts ->
                        exists + " (SELECT 1 FROM unnest(" + column(parts) + ") AS part(s) WHERE " + condition + ")")
                .collect(Collectors.joining(operator, "(", ")"));
    }

    /** The published column. */
    String text() {
        return ValueWriter.column(region);
    }

    String circle() {
        return column(footprint.circle());
    }

    String polygon() {
        return column(footprint.polygon());
    }

    String bound() {
        return column(footprint.bound());
    }

    String parts() {
        return column(footprint.circles()) + ", " + column(footprint.polygons()) + ", " + column(footprint.boxes());
    }

    private String column(String name) {
        return ValueWriter.column(region, name);
    }
}
