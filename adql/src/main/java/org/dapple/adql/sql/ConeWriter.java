package org.dapple.adql.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Range;
import org.dapple.adql.resolved.Value;

/**
 * Writes what is near what, {@code p <@ scircle(q, r)}, so that an index of p can find it. When both positions are indexed it is said both
 * ways, because only the database knows which table is the larger.
 */
final class ConeWriter {
    /** Of all the sky, for radii that are more than pgSphere's circles have. */
    private static final List<String> HEMISPHERES = List.of("'<(0d,90d),90d>'::scircle", "'<(0d,-90d),90d>'::scircle");

    private final ValueWriter values;
    private final ShapeWriter shapes;

    ConeWriter(ValueWriter values, ShapeWriter shapes) {
        this.values = values;
        this.shapes = shapes;
    }

    /** A position to look for, and where. */
    private record Cone(Value point, Value centre, Value radius) {}

    /** pgSphere's circle has a border of 1e-9 rad, so "nearer than" is looked at again. */
    String near(Condition.Near near) {
        List<Cone> indexed = indexed(near.left(), near.right(), near.radius());
        Optional<BigDecimal> known = Numbers.constant(near.radius());
        if (known.isEmpty()) {
            return unknown(indexed, near);
        }
        if (!ShapeLiterals.isRadius(known.get())) {
            return exact(near);
        }
        List<Cone> cones = indexed.isEmpty() ? List.of(new Cone(near.left(), near.right(), near.radius())) : indexed;
        List<String> conditions = new ArrayList<>();
        cones.forEach(cone -> conditions.add(shapes.write(cone.point()) + " <@ " + circle(cone, known.get())));
        if (near.strict()) {
            conditions.add(exact(near));
        }
        return joined(" AND ", conditions);
    }

    /** The position lies in the circle. */
    String contains(Value point, Value.Call circle) {
        Value centre = circle.arguments().get(0);
        Value radius = circle.arguments().get(1);
        if (Numbers.constant(radius).filter(ShapeLiterals::isRadius).isPresent()) {
            return near(new Condition.Near(point, centre, false, radius));
        }
        List<Cone> cones = Stream.concat(
                        Stream.of(new Cone(point, centre, radius)),
                        indexed(point, centre, radius).stream()
                                .filter(cone -> !cone.point().equals(point)))
                .toList();
        return joined(
                " AND ",
                cones.stream()
                        .map(cone -> shapes.write(cone.point()) + " <@ " + shapes.circle(cone.centre(), cone.radius()))
                        .toList());
    }

    private static String joined(String operator, List<String> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : "(" + String.join(operator, conditions) + ")";
    }

    private String unknown(List<Cone> indexed, Condition.Near near) {
        List<String> conditions = new ArrayList<>();
        indexed.forEach(cone -> conditions.add(everyRadius(cone)));
        conditions.add(exact(near));
        return joined(" AND ", conditions);
    }

    /** {@code (p <@ scircle(q, r) OR p <@ … OR p <@ …)} */
    private String everyRadius(Cone cone) {
        String point = shapes.write(cone.point()) + " <@ ";
        String wide = "CASE WHEN " + values.write(cone.radius()) + " > 90 THEN %s END";
        Stream<String> circles = Stream.concat(
                Stream.of(shapes.circle(cone.centre(), cone.radius())),
                HEMISPHERES.stream().map(wide::formatted));
        return joined(" OR ", circles.map(circle -> point + circle).toList());
    }

    private String exact(Condition.Near near) {
        boolean turned = !shapes.isIndexed(near.left()) && shapes.isIndexed(near.right());
        Value point = turned ? near.right() : near.left();
        Value centre = turned ? near.left() : near.right();
        String distance = "degrees(" + shapes.write(point) + " <-> " + shapes.write(centre) + ")";
        return distance + (near.strict() ? " < " : " <= ") + values.write(near.radius());
    }

    /** The ways round in which an index can be asked. */
    private List<Cone> indexed(Value left, Value right, Value radius) {
        return Stream.of(new Cone(left, right, radius), new Cone(right, left, radius))
                .filter(cone -> shapes.isIndexed(cone.point()))
                .filter(cone -> {
                    Range table = ShapeWriter.table(cone.point());
                    return !Uses.of(table, cone.centre()) && !Uses.of(table, cone.radius());
                })
                .toList();
    }

    private String circle(Cone cone, BigDecimal degrees) {
        return ShapeLiterals.circle(cone.centre(), degrees)
                .orElseGet(() -> shapes.circle(cone.centre(), cone.radius()));
    }
}
