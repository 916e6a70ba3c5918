package org.dapple.adql.sql;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.adql.resolved.Value;

/** Writes geometries of the result in DALI's serialisation: coordinates and radius in degrees, separated by blanks. */
final class DaliText {
    private final ValueWriter values;
    private final ShapeWriter shapes;

    DaliText(ValueWriter values, ShapeWriter shapes) {
        this.values = values;
        this.shapes = shapes;
    }

    /** A range in degrees: west, east, south, north. */
    static String of(Value.SkyRange range) {
        return Stream.of(range.west(), range.east(), range.south(), range.north())
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(" ", "Range ICRS ", ""));
    }

    String write(Value shape) {
        return switch (shape.type()) {
            case POINT -> point(shape);
            case CIRCLE -> circle(shape);
            default -> polygon(shape);
        };
    }

    /** Numbers that made the point come out as they are, without a detour through radians; NULL where the latitude is none. */
    private String point(Value point) {
        if (!(point instanceof Value.Call call) || !call.function().name().equals("POINT")) {
            return of(point, "(degrees(long($)) || ' ' || degrees(lat($)))");
        }
        String longitude = number(call.arguments().get(0));
        String latitude = number(call.arguments().get(1));
        if (ShapeLiterals.of(call).isPresent()) {
            return "(" + longitude + " || ' ' || " + latitude + ")";
        }
        return "(SELECT CASE WHEN place.y BETWEEN -90 AND 90 THEN place.x || ' ' || place.y END FROM (SELECT "
                + longitude + " AS x, " + latitude + " AS y OFFSET 0) AS place)";
    }

    private String circle(Value circle) {
        if (ShapeWriter.isCircle(circle)) {
            Value.Call call = (Value.Call) circle;
            Value radius = call.arguments().get(1);
            if (Numbers.constant(radius).filter(ShapeLiterals::isRadius).isPresent()) {
                return "(" + point(call.arguments().get(0)) + " || ' ' || " + number(radius) + ")";
            }
        }
        return of(circle, "(degrees(long(center($))) || ' ' || degrees(lat(center($))) || ' ' || degrees(radius($)))");
    }

    /** pgSphere 1.2 has no way to a polygon's corners but its text, which is in radians with 15 digits. */
    private String polygon(Value shape) {
        if (shape instanceof Value.Polygon polygon) {
            return polygon.corners().stream().map(this::point).collect(Collectors.joining(" || ' ' || ", "(", ")"));
        }
        return of(
                shape,
                "(SELECT string_agg(round(degrees(c.v::float8)::numeric, 12)::float8::text, ' ' ORDER BY c.i)"
                        + " FROM regexp_split_to_table(translate($::text, '{()} ', ''), ',') WITH ORDINALITY AS c(v, i))");
    }

    private String number(Value number) {
        return values.write(number) + "::float8";
    }

    /** Puts the shape in, evaluated once: OFFSET 0 keeps PostgreSQL from copying it to each place. */
    private String of(Value shape, String template) {
        String sql = shapes.write(shape);
        return shape instanceof Value.ColumnValue
                ? template.replace("$", sql)
                : "(SELECT " + template.replace("$", "shape.s") + " FROM (SELECT " + sql + " AS s OFFSET 0) AS shape)";
    }
}
