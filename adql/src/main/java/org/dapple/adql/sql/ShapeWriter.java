package org.dapple.adql.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.catalog.SearchColumns.Footprint;
import org.dapple.adql.resolved.Range;
import org.dapple.adql.resolved.Value;

/** Writes geometries as pgSphere values; ADQL's angles are degrees, pgSphere's radians. */
final class ShapeWriter {
    private final ValueWriter values;

    ShapeWriter(ValueWriter values) {
        this.values = values;
    }

    String write(Value shape) {
        if (shape instanceof Value.Polygon polygon) {
            return polygon(polygon);
        }
        if (!(shape instanceof Value.Call call) || !call.function().sql().isEmpty()) {
            return values.write(shape);
        }
        return switch (call.function().name()) {
            case "POINT" -> point(call);
            case "CIRCLE" -> circle(call);
            default -> Boxes.write(this, call);
        };
    }

    /** Whether the shape is an indexed column. */
    boolean isIndexed(Value shape) {
        return shape instanceof Value.Call call && searchPoint(call).isPresent();
    }

    /** {@code t.s_point} for the columns it stands for, else {@code spoint(radians(ra), radians(dec))}. */
    private String point(Value.Call point) {
        return searchPoint(point)
                .orElseGet(() -> "spoint(" + radians(point.arguments().get(0)) + ", "
                        + radians(point.arguments().get(1)) + ")");
    }

    private static Optional<String> searchPoint(Value.Call call) {
        if (!call.function().name().equals("POINT")
                || !(call.arguments().get(0) instanceof Value.ColumnValue ra)
                || !(call.arguments().get(1) instanceof Value.ColumnValue dec)
                || !ra.range().equals(dec.range())) {
            return Optional.empty();
        }
        return search(ra.range()).positions().stream()
                .filter(p -> p.ra().equals(ra.column().name())
                        && p.dec().equals(dec.column().name()))
                .map(p -> ValueWriter.column(ra, p.point()))
                .findFirst();
    }

    static Footprint footprint(Value.ColumnValue region) {
        return search(region.range()).footprints().stream()
                .filter(footprint -> footprint.region().equals(region.column().name()))
                .findFirst()
                .orElseThrow();
    }

    private static SearchColumns search(Range range) {
        return range.table().map(table -> table.search()).orElse(SearchColumns.none());
    }

    private String circle(Value.Call circle) {
        return "scircle(" + write(circle.arguments().get(0)) + ", "
                + radians(circle.arguments().get(1)) + ")";
    }

    /** A literal where all corners are; else an aggregate of the corners, NULL when one of them is. */
    private String polygon(Value.Polygon polygon) {
        if (polygon.corners().stream().allMatch(ShapeWriter::isLiteral)) {
            return polygon.corners().stream()
                    .map(corner -> ((Value.Call) corner).arguments())
                    .map(c -> "(" + degrees(c.get(0)) + "d," + degrees(c.get(1)) + "d)")
                    .collect(Collectors.joining(",", "'{", "}'::spoly"));
        }
        return polygon(polygon.corners().stream().map(this::write).toList());
    }

    static String polygon(List<String> corners) {
        return "(SELECT spoly(corner.p ORDER BY corner.i) FROM unnest(ARRAY[" + String.join(", ", corners)
                + "]) WITH ORDINALITY AS corner(p, i) HAVING count(corner.p) = " + corners.size() + ")";
    }

    private static boolean isLiteral(Value corner) {
        return corner instanceof Value.Call call
                && call.function().name().equals("POINT")
                && call.arguments().stream()
                        .allMatch(a -> a instanceof Value.Constant constant && constant.text() != null);
    }

    /** pgSphere reads no exponents. */
    private static String degrees(Value number) {
        return new BigDecimal(((Value.Constant) number).text()).toPlainString();
    }

    private String radians(Value degrees) {
        return "radians(" + values.write(degrees) + ")";
    }

    String operand(Value number) {
        return values.write(number);
    }

    /** The geometry in DALI's serialisation: coordinates and radius in degrees, separated by blanks. */
    String dali(Value shape) {
        return switch (shape.type()) {
            case POINT -> point(shape);
            case CIRCLE -> circleText(shape);
            default -> polygonText(shape);
        };
    }

    private String point(Value point) {
        if (point instanceof Value.Call call && call.function().name().equals("POINT")) {
            return "(" + float8(call.arguments().get(0)) + " || ' ' || "
                    + float8(call.arguments().get(1)) + ")";
        }
        String p = write(point);
        return "(degrees(long(" + p + ")) || ' ' || degrees(lat(" + p + ")))";
    }

    private String circleText(Value circle) {
        if (circle instanceof Value.Call call && call.function().name().equals("CIRCLE")) {
            return "(" + point(call.arguments().get(0)) + " || ' ' || "
                    + float8(call.arguments().get(1)) + ")";
        }
        String c = write(circle);
        return "(degrees(long(center(" + c + "))) || ' ' || degrees(lat(center(" + c + "))) || ' ' || degrees(radius("
                + c + ")))";
    }

    private String polygonText(Value shape) {
        if (shape instanceof Value.Polygon polygon) {
            return polygon.corners().stream().map(this::point).collect(Collectors.joining(" || ' ' || ", "(", ")"));
        }
        return "(SELECT string_agg(round(degrees(c.v::float8)::numeric, 12)::float8::text, ' ' ORDER BY c.i)"
                + " FROM regexp_split_to_table(translate(" + write(shape)
                + "::text, '{()} ', ''), ',') WITH ORDINALITY AS c(v, i))";
    }

    private String float8(Value number) {
        return values.write(number) + "::float8";
    }
}
