package org.dapple.adql.sql;

import java.math.BigDecimal;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.SearchColumns.Footprint;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/** Writes the conditions that an index on the sky can answer, with {@code <@} and {@code &&} only: all versions of pgSphere have them. */
final class SearchWriter {
    private static final BigDecimal LARGEST_RADIUS = BigDecimal.valueOf(90);

    private final ValueWriter values;
    private final ShapeWriter shapes;

    SearchWriter(ValueWriter values, ShapeWriter shapes) {
        this.values = values;
        this.shapes = shapes;
    }

    /**
     * {@code p <@ scircle(q, r)} where the radius is known to be one; pgSphere's circle has a border of 1e-9 rad, so "nearer than" is
     * looked at again.
     */
    String near(Condition.Near near) {
        boolean indexed = shapes.isIndexed(near.left()) || !shapes.isIndexed(near.right());
        Value point = indexed ? near.left() : near.right();
        Value centre = indexed ? near.right() : near.left();
        String distance = "degrees(" + shapes.write(point) + " <-> " + shapes.write(centre) + ")";
        String exact = distance + (near.strict() ? " < " : " <= ") + values.write(near.radius());
        return Numbers.constant(near.radius())
                .filter(SearchWriter::isRadius)
                .map(radius -> shapes.write(point) + " <@ " + circle(centre, near.radius(), radius))
                .map(circle -> near.strict() ? "(" + circle + " AND " + exact + ")" : circle)
                .orElse(exact);
    }

    private String circle(Value centre, Value radius, BigDecimal degrees) {
        return ShapeLiterals.circle(centre, degrees).orElseGet(() -> shapes.circle(centre, radius));
    }

    private static boolean isRadius(BigDecimal degrees) {
        return degrees.signum() >= 0 && degrees.compareTo(LARGEST_RADIUS) <= 0;
    }

    String contains(Condition.Contains contains) {
        Value inner = contains.inner();
        Value outer = contains.outer();
        if (outer.type() == AdqlType.POINT) {
            return shapes.write(inner) + " = " + shapes.write(outer);
        }
        if (outer instanceof Value.ColumnValue column && outer.type() == AdqlType.REGION) {
            return inFootprint(inner, column);
        }
        if (inner instanceof Value.ColumnValue column && inner.type() == AdqlType.REGION) {
            return footprintIn(column, shapes.write(outer));
        }
        return shapes.write(inner) + " <@ " + shapes.write(outer);
    }

    String intersects(Condition.Intersects intersects) {
        Value left = intersects.left();
        Value right = intersects.right();
        if (left instanceof Value.ColumnValue column && left.type() == AdqlType.REGION) {
            return footprintMeets(column, shapes.write(right));
        }
        if (right instanceof Value.ColumnValue column && right.type() == AdqlType.REGION) {
            return footprintMeets(column, shapes.write(left));
        }
        return shapes.write(left) + " && " + shapes.write(right);
    }

    private String inFootprint(Value inner, Value.ColumnValue region) {
        Footprint footprint = ShapeWriter.footprint(region);
        String shape = shapes.write(inner);
        String compound = inner.type() == AdqlType.POINT
                ? "ivoa.region_contains(" + parts(region, footprint) + ", " + shape + ")"
                : anyPart(region, footprint, shape);
        return "(" + shape + " <@ " + column(region, footprint.circle())
                + " OR " + shape + " <@ " + column(region, footprint.polygon())
                + " OR (" + shape + " <@ " + column(region, footprint.bound()) + " AND " + compound + "))";
    }

    private static String footprintIn(Value.ColumnValue region, String shape) {
        Footprint footprint = ShapeWriter.footprint(region);
        return "(" + column(region, footprint.circle()) + " <@ " + shape
                + " OR " + column(region, footprint.polygon()) + " <@ " + shape
                + " OR (" + column(region, footprint.bound()) + " && " + shape + " AND "
                + everyPart(region, footprint, shape) + "))";
    }

    private static String footprintMeets(Value.ColumnValue region, String shape) {
        Footprint footprint = ShapeWriter.footprint(region);
        return "(" + column(region, footprint.circle()) + " && " + shape
                + " OR " + column(region, footprint.polygon()) + " && " + shape
                + " OR (" + column(region, footprint.bound()) + " && " + shape
                + " AND ivoa.region_intersects(" + parts(region, footprint) + ", " + shape + ")))";
    }

    private static String parts(Value.ColumnValue region, Footprint footprint) {
        return column(region, footprint.circles()) + ", " + column(region, footprint.polygons()) + ", "
                + column(region, footprint.boxes());
    }

    /** A shape within a compound region lies in one of its parts. */
    private static String anyPart(Value.ColumnValue region, Footprint footprint, String shape) {
        return "(EXISTS (SELECT 1 FROM unnest(" + column(region, footprint.circles()) + ") AS part(s) WHERE " + shape
                + " <@ part.s) OR EXISTS (SELECT 1 FROM unnest(" + column(region, footprint.polygons())
                + ") AS part(s) WHERE " + shape + " <@ part.s) OR EXISTS (SELECT 1 FROM unnest("
                + column(region, footprint.boxes()) + ") AS part(s) WHERE " + shape + " <@ part.s))";
    }

    /** A compound region lies within a shape when all its parts do. */
    private static String everyPart(Value.ColumnValue region, Footprint footprint, String shape) {
        return "NOT EXISTS (SELECT 1 FROM unnest(" + column(region, footprint.circles())
                + ") AS part(s) WHERE NOT part.s <@ "
                + shape + ") AND NOT EXISTS (SELECT 1 FROM unnest(" + column(region, footprint.polygons())
                + ") AS part(s) WHERE NOT part.s <@ " + shape + ") AND NOT EXISTS (SELECT 1 FROM unnest("
                + column(region, footprint.boxes()) + ") AS part(s) WHERE NOT part.s <@ " + shape + ")";
    }

    private static String column(Value.ColumnValue region, String name) {
        return ValueWriter.column(region, name);
    }
}
