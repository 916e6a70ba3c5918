package org.dapple.adql.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.resolved.Value;

/**
 * Reads a shape from text: STC-S ({@code Circle ICRS 10 20 0.5}, {@code Union ICRS (…)}), DALI with the name of the shape ({@code circle 10 20
 * 0.5}), or DALI numbers alone, of which two are a point, three a circle, and more a polygon.
 */
final class RegionText {
    private static final Set<String> SHAPES = Set.of("POSITION", "POINT", "CIRCLE", "BOX", "POLYGON", "UNION");
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
        Value shape = reader.isNumber() ? reader.bare() : reader.shape(0);
        if (!reader.words.isEmpty()) {
            throw reader.wrong("there is more after the shape: " + reader.words.peek());
        }
        return shape;
    }

    private Value shape(int depth) {
        String name = words.isEmpty() ? "" : words.poll();
        if (!SHAPES.contains(name) || depth > DEEPEST) {
            throw wrong("expected POSITION, CIRCLE, BOX, POLYGON or UNION");
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
            default -> Geometries.polygon(call, numbers);
        };
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
        while (!words.isEmpty() && !isNumber() && !words.peek().equals("(")) {
            Frames.check(call, words.poll());
        }
    }

    private List<Value> numbers() {
        List<Value> numbers = new ArrayList<>();
        while (!words.isEmpty() && isNumber()) {
            numbers.add(Constants.signed(call, words.poll()));
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
