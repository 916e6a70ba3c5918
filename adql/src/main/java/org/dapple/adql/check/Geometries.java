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
    private static final double LARGEST_BOX = Math.nextDown(180.0);
    private static final Set<String> FRAMED = Set.of("POINT", "CIRCLE", "BOX", "POLYGON");

    private Geometries() {}

    /** The arguments without the deprecated coordinate system that may stand first, as a literal. */
    static List<Expression> withoutFrame(String name, Expression.Call call) {
        List<Expression> arguments = call.arguments().values();
        if (arguments.size() < 2 || !FRAMED.contains(name) || !(arguments.get(0) instanceof Expression.Text frame)) {
            return arguments;
        }
        Frames.check(call, frame.value());
        return arguments.subList(1, arguments.size());
    }

    /** What the call is, unless it is a plain row of the table of functions. */
    static Optional<Value> find(String name, Expression.Call call, List<Value> arguments) {
        return switch (name) {
            case "POINT" -> Optional.of(point(call, arguments));
            case "CIRCLE" -> Optional.of(circle(call, arguments));
            case "BOX" -> Optional.of(box(call, arguments));
            case "POLYGON" -> Optional.of(polygon(call, arguments));
            case "REGION" -> Optional.of(region(call, arguments));
            case "IVO_GEOM_TRANSFORM" -> Optional.of(FrameChange.of(call, arguments));
            case "DISTANCE" -> Optional.of(CallChecker.row(name, call, twoPoints(call, arguments)));
            case "AREA", "CENTROID" -> measure(name, call, arguments);
            case "CONTAINS" -> Optional.of(new Value.Truth(contains(call, shapes(name, call, arguments))));
            case "INTERSECTS" -> Optional.of(new Value.Truth(intersects(shapes(name, call, arguments))));
            default -> Optional.empty();
        };
    }

    /** What is measured of a region needs its search columns; other shapes are plain rows. */
    private static Optional<Value> measure(String name, Expression.Call call, List<Value> arguments) {
        if (arguments.size() == 1 && arguments.get(0) instanceof Value.SkyRange range) {
            return Optional.of(name.equals("AREA") ? SkyRanges.area(range) : SkyRanges.centroid(call, range));
        }
        arguments.forEach(argument -> {
            if (argument instanceof Value.Union) {
                throw Faults.type(
                        name, call.position(), name + " takes one shape, and the parts of a UNION may overlap");
            }
            Footprints.check(name, call, argument);
        });
        return Optional.empty();
    }

    /** A circle of a point or two numbers, and a radius. */
    static Value circle(Expression.Call call, List<Value> arguments) {
        Value circle = CallChecker.row("CIRCLE", call, leadingPoint(call, arguments, 3));
        checkRange(call, "The radius of a CIRCLE", arguments.get(arguments.size() - 1), 90);
        return circle;
    }

    /** A box of a point or two numbers, a width and a height. */
    static Value box(Expression.Call call, List<Value> arguments) {
        Value box = CallChecker.row("BOX", call, leadingPoint(call, arguments, 4));
        checkRange(call, "The width of a BOX", arguments.get(arguments.size() - 2), LARGEST_BOX);
        checkRange(call, "The height of a BOX", arguments.get(arguments.size() - 1), LARGEST_BOX);
        return box;
    }

    /** What pgSphere would refuse while the query runs is refused here where it can be known. */
    private static void checkRange(Expression.Call call, String what, Value value, double largest) {
        if (value instanceof Value.Constant number && number.text() != null) {
            double degrees = Double.parseDouble(number.text());
            boolean box = largest == LARGEST_BOX;
            if (degrees < 0 || degrees > largest || (box && degrees == 0)) {
                throw Faults.type(
                        call.function().text(),
                        call.position(),
                        "%s is %s, and this is %s"
                                .formatted(
                                        what,
                                        box ? "more than 0 and less than 180 degrees" : "from 0 to 90 degrees",
                                        number.text()));
            }
        }
    }

    private static Value region(Expression.Call call, List<Value> arguments) {
        if (arguments.size() == 1
                && arguments.get(0) instanceof Value.Constant text
                && text.type().isText()) {
            return RegionText.read(call, text.text());
        }
        throw Faults.type(
                "REGION", call.position(), "REGION takes one text in quotes, such as 'Circle ICRS 10 20 0.5'");
    }

    private static List<Value> leadingPoint(Expression.Call call, List<Value> arguments, int count) {
        if (arguments.size() != count) {
            return arguments;
        }
        List<Value> shorter = new ArrayList<>();
        shorter.add(point(call, arguments.subList(0, 2)));
        shorter.addAll(arguments.subList(2, count));
        return shorter;
    }

    private static List<Value> twoPoints(Expression.Call call, List<Value> arguments) {
        return arguments.size() == 4
                ? List.of(point(call, arguments.subList(0, 2)), point(call, arguments.subList(2, 4)))
                : arguments;
    }

    /** A point of two numbers. */
    static Value point(Expression.Call call, List<Value> coordinates) {
        Value point = CallChecker.row("POINT", call, coordinates);
        if (coordinates.get(1) instanceof Value.Constant latitude
                && latitude.text() != null
                && Math.abs(Double.parseDouble(latitude.text())) > 90) {
            throw Faults.type(
                    call.function().text(),
                    call.position(),
                    "A latitude is from -90 to 90 degrees, and this is " + latitude.text());
        }
        return point;
    }

    /** A polygon of pairs of numbers, or of points. */
    static Value polygon(Expression.Call call, List<Value> arguments) {
        boolean numbers = arguments.stream().allMatch(argument -> Types.isNumber(argument.type()));
        List<Value> corners = new ArrayList<>();
        if (numbers && arguments.size() % 2 == 0) {
            for (int i = 0; i < arguments.size(); i += 2) {
                corners.add(point(call, arguments.subList(i, i + 2)));
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
        return arguments.stream().map(argument -> shape(name, call, argument)).toList();
    }

    /** A geometry; a text in quotes is read as one. */
    private static Value shape(String name, Expression.Call call, Value argument) {
        if (argument instanceof Value.Constant text && text.type().isText()) {
            return RegionText.read(call, text.text());
        }
        if (!argument.type().isGeometry()) {
            throw Faults.type(
                    name,
                    call.position(),
                    "%s takes geometries, and this is %s".formatted(name, Types.words(argument.type())));
        }
        Footprints.check(name, call, argument);
        return argument;
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
