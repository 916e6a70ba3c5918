package org.dapple.adql.sql;

import java.util.List;
import java.util.Optional;
import org.dapple.adql.catalog.SearchColumns.Footprint;
import org.dapple.adql.resolved.Range;
import org.dapple.adql.resolved.Value;

/** Writes geometries as pgSphere values; ADQL's angles are degrees, pgSphere's radians. */
final class ShapeWriter {
    private static final String CIRCLE = "CASE WHEN %s BETWEEN 0 AND 90 THEN scircle(%s, radians(%s)) END";

    /** pgSphere would take a latitude beyond a pole for one on the other side of the sky. */
    private static final String POINT =
            "CASE WHEN %2$s BETWEEN -90 AND 90 THEN spoint(radians(%1$s), radians(%2$s)) END";

    private final ValueWriter values;

    ShapeWriter(ValueWriter values) {
        this.values = values;
    }

    String write(Value shape) {
        Optional<String> literal = ShapeLiterals.of(shape);
        if (literal.isPresent()) {
            return literal.get();
        }
        if (shape instanceof Value.Polygon polygon) {
            return polygon(polygon.corners().stream().map(this::write).toList());
        }
        if (!(shape instanceof Value.Call call) || !call.function().sql().isEmpty()) {
            return values.write(shape);
        }
        return switch (call.function().name()) {
            case "POINT" -> point(call);
            case "CIRCLE" -> circle(call.arguments().get(0), call.arguments().get(1));
            case "AREA", "CENTROID" ->
                new Footprints((Value.ColumnValue) call.arguments().get(0), false)
                        .measure(call.function().name());
            default -> Boxes.write(this, values, call);
        };
    }

    /** Whether the shape is an indexed column. */
    boolean isIndexed(Value shape) {
        return shape instanceof Value.Call call && searchPoint(call).isPresent();
    }

    /** The table of an indexed position. */
    static Range table(Value point) {
        return ((Value.ColumnValue) ((Value.Call) point).arguments().get(0)).range();
    }

    /** Whether the shape is {@code CIRCLE(…)}. */
    static boolean isCircle(Value shape) {
        return shape instanceof Value.Call call && call.function().name().equals("CIRCLE");
    }

    /** {@code t.s_point} for the columns it stands for, else {@code spoint(radians(ra), radians(dec))}; NULL where the latitude is none. */
    private String point(Value.Call point) {
        return searchPoint(point)
                .orElseGet(() ->
                        computed(point.arguments().get(0), point.arguments().get(1)));
    }

    private String computed(Value longitude, Value latitude) {
        return latitude instanceof Value.ColumnValue || latitude instanceof Value.Constant
                ? POINT.formatted(values.write(longitude), values.write(latitude))
                : "(SELECT " + POINT.formatted("place.x", "place.y") + " FROM (SELECT " + values.write(longitude)
                        + " AS x, " + values.write(latitude) + " AS y OFFSET 0) AS place)";
    }

    private static Optional<String> searchPoint(Value.Call call) {
        if (!call.function().name().equals("POINT")
                || !(call.arguments().get(0) instanceof Value.ColumnValue ra)
                || !(call.arguments().get(1) instanceof Value.ColumnValue dec)
                || !ra.range().equals(dec.range())) {
            return Optional.empty();
        }
        return ra.range().search().positions().stream()
                .filter(p -> p.ra().equals(ra.column().name())
                        && p.dec().equals(dec.column().name()))
                .map(p -> ValueWriter.column(ra, p.point()))
                .findFirst();
    }

    static Footprint footprint(Value.ColumnValue region) {
        return region.range().search().footprints().stream()
                .filter(footprint -> footprint.region().equals(region.column().name()))
                .findFirst()
                .orElseThrow();
    }

    /** {@code scircle(centre, radians(radius))}; NULL where the radius is none that pgSphere has, which would otherwise fail the query. */
    String circle(Value centre, Value radius) {
        if (Numbers.constant(radius).filter(ShapeLiterals::isRadius).isPresent()) {
            return "scircle(" + write(centre) + ", " + radians(radius) + ")";
        }
        return radius instanceof Value.ColumnValue
                ? CIRCLE.formatted(values.write(radius), write(centre), values.write(radius))
                : "(SELECT " + CIRCLE.formatted("cone.r", "cone.c", "cone.r") + " FROM (SELECT " + write(centre)
                        + " AS c, " + values.write(radius) + " AS r OFFSET 0) AS cone)";
    }

    /** An aggregate of the corners; NULL when one of them is. pgSphere crashes the server when the first corner it is given is NULL. */
    private static String polygon(List<String> corners) {
        return "(SELECT spoly(corner.p ORDER BY corner.i) FILTER (WHERE corner.p IS NOT NULL) FROM unnest(ARRAY["
                + String.join(", ", corners) + "]) WITH ORDINALITY AS corner(p, i) HAVING count(corner.p) = "
                + corners.size() + ")";
    }

    private String radians(Value degrees) {
        return "radians(" + values.write(degrees) + ")";
    }
}
