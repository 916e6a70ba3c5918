package org.dapple.adql.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.resolved.Value;

/**
 * Reads a shape from text: STC-S ({@code Circle ICRS 10 20 0.5}, {@code Union ICRS (…)}), DALI with the name of the shape ({@code circle 10 20
 * 0.5}) or of several one after the other, or DALI numbers alone, of which two are a point, three a circle, and more a polygon.
 */
final class RegionText {
    private static final Set<String> SHAPES =
            Set.of("POSITION", "POINT", "CIRCLE", "BOX", "POLYGON", "RANGE", "POSITIONINTERVAL", "ALLSKY", "UNION");

    /** What else STC-S has, and what to write instead. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "NOT", "a condition CONTAINS(…) = 0 says the same",
            "INTERSECTION", "a condition for each shape, joined by AND, says the same",
            "DIFFERENCE", "CONTAINS(…, one) = 1 AND CONTAINS(…, the other) = 0 says the same",
            "ELLIPSE", "a POLYGON comes near",
            "CONVEX", "a POLYGON says the same");

    private static final int DEEPEST = 20;

    private final Expression.Call call;
    private final String text;
    private final Deque<String> words = new ArrayDeque<>();

    private RegionText(Expression.Call call, String text) {
        this.call = call;
        this.text = text;
        String spaced = text.replace("(", " ( ").replace(")", " ) ").replace(',', ' ');
        for (String word : spaced.strip().toUpperCase(Locale.ROOT).split("\\s+", -1)) {
            words.add(word);
        }
    }

    /** The shape a text means where a call needs one. */
    static Value read(Expression.Call call, String text) {
        RegionText reader = new RegionText(call, text);
        Value shape = reader.isNumber() ? reader.bare() : reader.shapes();
        if (!reader.words.isEmpty()) {
            throw reader.wrong("there is more after the shape: " + reader.words.peek());
        }
        return shape;
    }

    /** One shape, or several, which are the same as their union. */
    private Value shapes() {
        List<Value> shapes = new ArrayList<>();
        do {
            shapes.add(shape(0));
        } while (!words.isEmpty() && SHAPES.contains(words.peek()));
        return shapes.size() == 1 ? shapes.get(0) : new Value.Union(shapes, text);
    }

    private Value shape(int depth) {
        String name = words.isEmpty() ? "" : words.poll();
        if (ELSEWHERE.containsKey(name)) {
            throw Faults.feature(
                    name, call.position(), "A region has no %s here; %s".formatted(name, ELSEWHERE.get(name)));
        }
        if (!SHAPES.contains(name) || depth > DEEPEST) {
            throw wrong("expected POSITION, CIRCLE, BOX, POLYGON, RANGE or UNION");
        }
        frame();
        if (name.equals("UNION")) {
            return union(depth);
        }
        return shape(name, numbers());
    }

    private Value shape(String name, List<Value> numbers) {
        return switch (name) {
            case "POSITION", "POINT" -> Geometries.point(call, exactly(2, numbers));
            case "CIRCLE" -> Geometries.circle(call, exactly(3, numbers));
            case "BOX" -> Geometries.box(call, exactly(4, numbers));
            case "RANGE" -> SkyRanges.of(call, exactly(4, numbers));
            case "POSITIONINTERVAL" -> interval(exactly(4, numbers));
            case "ALLSKY" -> allSky(numbers);
            default -> Geometries.polygon(call, numbers);
        };
    }

    /** STC-S names the corners of a range, DALI its sides. */
    private Value interval(List<Value> n) {
        return SkyRanges.of(call, List.of(n.get(0), n.get(2), n.get(1), n.get(3)));
    }

    private Value allSky(List<Value> none) {
        exactly(0, none);
        return SkyRanges.all();
    }

    private Value bare() {
        List<Value> numbers = numbers();
        return switch (numbers.size()) {
            case 2 -> shape("POINT", numbers);
            case 3 -> shape("CIRCLE", numbers);
            default -> shape("POLYGON", numbers);
        };
    }

    private Value union(int depth) {
        if (!"(".equals(words.poll())) {
            throw wrong("the shapes of a UNION stand in parentheses");
        }
        List<Value> shapes = new ArrayList<>();
        while (!words.isEmpty() && !words.peek().equals(")")) {
            shapes.add(shape(depth + 1));
        }
        if (shapes.isEmpty() || !")".equals(words.poll())) {
            throw wrong("the shapes of a UNION stand in parentheses");
        }
        return new Value.Union(shapes, text);
    }

    /** Frame, reference position and flavour may stand before the numbers. */
    private void frame() {
        while (!words.isEmpty() && Frames.isWord(words.peek())) {
            Frames.check(call, words.poll());
        }
        if (!words.isEmpty() && Character.isLetter(words.peek().charAt(0)) && !SHAPES.contains(words.peek())) {
            throw wrong("%s is neither a frame nor a number".formatted(words.peek()));
        }
    }

    /** The unit may stand behind the numbers, and is degrees anyway. */
    private List<Value> numbers() {
        List<Value> numbers = new ArrayList<>();
        while (!words.isEmpty() && isNumber()) {
            numbers.add(Constants.signed(call, words.poll()));
        }
        if ("UNIT".equals(words.peek())) {
            words.poll();
            if (!"DEG".equals(words.poll())) {
                throw wrong("the unit of a region is deg");
            }
        }
        return numbers;
    }

    private boolean isNumber() {
        return Constants.isNumber(words.peek());
    }

    private List<Value> exactly(int count, List<Value> numbers) {
        if (numbers.size() != count) {
            throw wrong("expected %d numbers, and there are %d".formatted(count, numbers.size()));
        }
        return numbers;
    }

    private RuntimeException wrong(String why) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return Faults.type(
                call.function().text(), call.position(), "The region '%s' cannot be read: %s".formatted(shown, why));
    }
}
