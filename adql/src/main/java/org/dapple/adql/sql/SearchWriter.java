package org.dapple.adql.sql;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/** Writes the conditions that an index on the sky can answer, with {@code <@} and {@code &&} only: all versions of pgSphere have them. */
final class SearchWriter {
    private final ShapeWriter shapes;
    private final ConeWriter cones;

    SearchWriter(ValueWriter values, ShapeWriter shapes) {
        this.shapes = shapes;
        this.cones = new ConeWriter(values, shapes);
    }

    /** Two positions near each other. */
    String near(Condition.Near near) {
        return cones.near(near);
    }

    /**
     * One shape within another.
     *
     * @param exact whether "no" must be told from "unknown"; an index serves only where it need not
     */
    String contains(Condition.Contains contains, boolean exact) {
        Value inner = contains.inner();
        Value outer = contains.outer();
        if (inner instanceof Value.Union union) {
            return each(union, " AND ", shape -> contains(new Condition.Contains(shape, outer), exact));
        }
        if (outer instanceof Value.Union union) {
            return each(union, " OR ", shape -> contains(new Condition.Contains(inner, shape), exact));
        }
        if (outer.type() == AdqlType.POINT) {
            return inner.type() == AdqlType.POINT ? shapes.write(inner) + " = " + shapes.write(outer) : "false";
        }
        if (isRegion(inner) && isRegion(outer)) {
            return new FootprintPair((Value.ColumnValue) inner, (Value.ColumnValue) outer, exact).within();
        }
        if (outer instanceof Value.ColumnValue column && outer.type() == AdqlType.REGION) {
            Footprints footprints = new Footprints(column, exact);
            return inner instanceof Value.SkyRange range
                    ? footprints.contains(new RangeSearch(range))
                    : footprints.contains(shapes.write(inner), inner.type());
        }
        if (inner instanceof Value.ColumnValue column && inner.type() == AdqlType.REGION) {
            Footprints footprints = new Footprints(column, exact);
            return outer instanceof Value.SkyRange range
                    ? footprints.within(new RangeSearch(range))
                    : footprints.within(shapes.write(outer));
        }
        if (inner.type() == AdqlType.POINT && ShapeWriter.isCircle(outer)) {
            return cones.contains(inner, (Value.Call) outer);
        }
        return outer instanceof Value.SkyRange range
                ? new RangeSearch(range).contains(shapes.write(inner))
                : shapes.write(inner) + " <@ " + shapes.write(outer);
    }

    /** Two shapes with a point in common; {@code exact} as above. */
    String intersects(Condition.Intersects intersects, boolean exact) {
        Value left = intersects.left();
        Value right = intersects.right();
        if (left instanceof Value.Union union) {
            return each(union, " OR ", shape -> intersects(new Condition.Intersects(shape, right), exact));
        }
        if (right instanceof Value.Union union) {
            return each(union, " OR ", shape -> intersects(new Condition.Intersects(left, shape), exact));
        }
        if (left.type() == AdqlType.POINT || right.type() == AdqlType.POINT) {
            boolean first = left.type() == AdqlType.POINT;
            return contains(new Condition.Contains(first ? left : right, first ? right : left), exact);
        }
        if (isRegion(left) && isRegion(right)) {
            return new FootprintPair((Value.ColumnValue) left, (Value.ColumnValue) right, exact).intersects();
        }
        if (left instanceof Value.ColumnValue column && left.type() == AdqlType.REGION) {
            return intersects(new Footprints(column, exact), right);
        }
        if (right instanceof Value.ColumnValue column && right.type() == AdqlType.REGION) {
            return intersects(new Footprints(column, exact), left);
        }
        if (left instanceof Value.SkyRange range) {
            return intersects(new RangeSearch(range), right);
        }
        return right instanceof Value.SkyRange range
                ? intersects(new RangeSearch(range), left)
                : shapes.write(left) + " && " + shapes.write(right);
    }

    private String intersects(Footprints footprints, Value shape) {
        return shape instanceof Value.SkyRange range
                ? footprints.intersects(new RangeSearch(range))
                : footprints.intersects(shapes.write(shape));
    }

    private String intersects(RangeSearch range, Value shape) {
        String written = shapes.write(shape);
        return switch (shape.type()) {
            case CIRCLE -> range.meetsCircle(written);
            case POLYGON -> range.meetsPolygon(written);
            default -> "ivoa.box_meets(" + range.box() + ", " + written + ")";
        };
    }

    private static boolean isRegion(Value shape) {
        return shape instanceof Value.ColumnValue && shape.type() == AdqlType.REGION;
    }

    /** Each shape of a union is searched by itself, so that an index serves for each. */
    private static String each(Value.Union union, String operator, Function<Value, String> condition) {
        return union.shapes().stream().map(condition).collect(Collectors.joining(operator, "(", ")"));
    }
}
