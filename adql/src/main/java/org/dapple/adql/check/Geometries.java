package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/**
 * Brings geometry calls to their shortest form (ADQL 2.1 §4.2): without coordinate system, with a POINT where two numbers stood; and
 * makes of CONTAINS and INTERSECTS the conditions they are.
 */
final class Geometries {
    private static final Set<String> FRAMED = Set.of("POINT", "CIRCLE", "BOX", "POLYGON");

    private Geometries() {}

    /** The arguments without the deprecated coordinate system that may stand first, as a literal. */
    static List<Expression> withoutFrame(String name, List<Expression> arguments) {
        boolean framed = FRAMED.contains(name) && !arguments.isEmpty() && arguments.get(0) instanceof Expression.Text;
        return framed ? arguments.subList(1, arguments.size()) : arguments;
    }

    /** What the call is, unless it is a plain row of the table of functions. */
    static Optional<Value> find(String name, Expression.Call call, List<Value> arguments) {
        return switch (name) {
            case "CIRCLE" -> Optional.of(circle(call, leadingPoint(call, arguments, 3)));
            case "BOX" -> Optional.of(CallChecker.row(name, call, leadingPoint(call, arguments, 4)));
            case "POLYGON" -> Optional.of(polygon(call, arguments));
            case "DISTANCE" -> Optional.of(CallChecker.row(name, call, twoPoints(call, arguments)));
            case "CONTAINS" -> Optional.of(new Value.Truth(contains(call, shapes(name, call, arguments))));
            case "INTERSECTS" -> Optional.of(new Value.Truth(intersects(shapes(name, call, arguments))));
            default -> Optional.empty();
        };
    }

    private static Value circle(Expression.Call call, List<Value> arguments) {
        Value circle = CallChecker.row("CIRCLE", call, arguments);
        if (arguments.get(1) instanceof Value.Constant radius && radius.text() != null) {
            double degrees = Double.parseDouble(radius.text());
            if (degrees < 0 || degrees > 90) {
                throw Faults.type(
                        "CIRCLE",
                        call.position(),
                        "The radius of a CIRCLE is from 0 to 90 degrees, and this is " + radius.text());
            }
        }
        return circle;
    }

    private static List<Value> leadingPoint(Expression.Call call, List<Value> arguments, int count) {
        if (arguments.size() != count) {
            return arguments;
        }
        List<Value> shorter = new ArrayList<>();
        shorter.add(point(call, arguments.get(0), arguments.get(1)));
        shorter.addAll(arguments.subList(2, count));
        return shorter;
    }

    private static List<Value> twoPoints(Expression.Call call, List<Value> arguments) {
        return arguments.size() == 4
                ? List.of(
                        point(call, arguments.get(0), arguments.get(1)),
                        point(call, arguments.get(2), arguments.get(3)))
                : arguments;
    }

    private static Value point(Expression.Call call, Value longitude, Value latitude) {
        return CallChecker.row("POINT", call, List.of(longitude, latitude));
    }

    private static Value polygon(Expression.Call call, List<Value> arguments) {
        boolean numbers = arguments.stream().allMatch(argument -> Types.isNumber(argument.type()));
        List<Value> corners = new ArrayList<>();
        if (numbers && arguments.size() % 2 == 0) {
            for (int i = 0; i < arguments.size(); i += 2) {
                corners.add(point(call, arguments.get(i), arguments.get(i + 1)));
            }
        } else if (arguments.stream().allMatch(argument -> argument.type() == AdqlType.POINT)) {
            corners.addAll(arguments);
        } else {
            throw Faults.type(
                    "POLYGON", call.position(), "POLYGON takes pairs of numbers, or points, and not a mixture of them");
        }
        return Polygons.of(call, corners);
    }

    private static List<Value> shapes(String name, Expression.Call call, List<Value> arguments) {
        if (arguments.size() != 2) {
            throw Faults.type(name, call.position(), name + " takes two geometries");
        }
        for (Value argument : arguments) {
            if (!argument.type().isGeometry()) {
                throw Faults.type(
                        name,
                        call.position(),
                        "%s takes geometries, and this is %s".formatted(name, Types.words(argument.type())));
            }
            Footprints.check(name, call, argument);
        }
        return arguments;
    }

    private static Condition contains(Expression.Call call, List<Value> shapes) {
        if (shapes.get(1).type() == AdqlType.POINT) {
            throw Faults.type(
                    "CONTAINS",
                    call.position(),
                    "CONTAINS asks whether the first geometry lies in the second, and nothing lies in a POINT");
        }
        return new Condition.Contains(shapes.get(0), shapes.get(1));
    }

    /** A point meets a shape where the shape contains it. */
    private static Condition intersects(List<Value> shapes) {
        Value left = shapes.get(0);
        Value right = shapes.get(1);
        if (left.type() == AdqlType.POINT) {
            return new Condition.Contains(left, right);
        }
        return right.type() == AdqlType.POINT
                ? new Condition.Contains(right, left)
                : new Condition.Intersects(left, right);
    }
}
