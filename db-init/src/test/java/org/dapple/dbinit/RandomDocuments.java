package org.dapple.dbinit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Metadata full of nonsense, always the same for the same seed. */
final class RandomDocuments {

    private static final double[] NUMBERS = {
        0, 1, -1, 2.5, 4, 90, -90, 91, 360, 361, 1e22, 1e308, -1e308, 1e-308, Double.MIN_VALUE, Long.MAX_VALUE
    };

    private static final List<String> BEYOND = List.of(
            "1e400", "-1e400", "1e-400", "9223372036854775808", "-9223372036854775809", "12345678901234567890.5");

    private static final List<String> WORDS = List.of(
            "circle",
            "POLYGON",
            "Union",
            "range",
            "box",
            "position",
            "(",
            ")",
            "<(",
            "{(",
            "d,",
            "ICRS",
            "galactic",
            "1",
            "2.5",
            "-3",
            "+5",
            ".5",
            "5.",
            "1e400",
            "1e-310",
            "NaN",
            "-inf",
            "0x1F",
            "'",
            "\"",
            "\\",
            "$$",
            "%s",
            "\t",
            "é",
            "😀",
            "image",
            "2017-02-30",
            "2017-02-20T25:00:00",
            "0000-01-01",
            "now",
            "infinity",
            "x".repeat(3000),
            "");

    private final List<String> columns;
    private final Random random;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    /** @param columns keys of documents, most of them known to the mapping */
    RandomDocuments(List<String> columns, Random random) {
        this.columns = columns;
        this.random = random;
    }

    /** A document with up to twelve keys of ivoa.obscore, and a region. */
    ObjectNode next() {
        return withKeys(12).put("s_region", region());
    }

    private ObjectNode withKeys(int bound) {
        ObjectNode document = nodes.objectNode();
        for (int i = random.nextInt(bound); i > 0; i--) {
            document.replace(columns.get(random.nextInt(columns.size())), value(0));
        }
        return document;
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth < 3 ? 8 : 6)) {
            case 0, 1 -> number();
            case 2, 3 -> nodes.textNode(words());
            case 4 -> nodes.booleanNode(random.nextBoolean());
            case 5 -> nodes.nullNode();
            case 6 -> list(depth);
            default -> nodes.objectNode().set(words(), value(depth + 1));
        };
    }

    /** Now and then one that no double can be. */
    private JsonNode number() {
        return random.nextInt(20) > 0
                ? nodes.numberNode(NUMBERS[random.nextInt(NUMBERS.length)])
                : nodes.numberNode(new BigDecimal(BEYOND.get(random.nextInt(BEYOND.size()))));
    }

    private ArrayNode list(int depth) {
        ArrayNode list = nodes.arrayNode();
        for (int i = random.nextInt(8); i > 0; i--) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private String words() {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    /** A shape whose numbers may or may not make sense. */
    private String region() {
        var text = new StringBuilder(List.of("circle", "Polygon ICRS", "range", "box", "position", "union (circle")
                .get(random.nextInt(6)));
        for (int i = 2 + random.nextInt(7); i > 0; i--) {
            text.append(' ')
                    .append(
                            random.nextInt(10) > 0
                                    ? random.nextInt(90) / 2.0
                                    : NUMBERS[random.nextInt(NUMBERS.length)]);
        }
        return text.toString();
    }

    /** A document with what a row needs, and some nonsense beside it. */
    ObjectNode nextVisible() {
        return visible(next());
    }

    /** The same with only so many keys of nonsense. */
    ObjectNode nextVisible(int keys) {
        return visible(withKeys(keys + 1).put("s_region", random.nextBoolean() ? "Circle 10 20 1" : region()));
    }

    private ObjectNode visible(ObjectNode document) {
        return document.put("calib_level", random.nextInt(5))
                .put("obs_collection", "C")
                .put("obs_id", "o" + random.nextInt(1000));
    }

    /** A polygon of so many vertices, which is as large as documents get. */
    ObjectNode nextWithPolygon(int vertices) {
        return next().put("s_region", "POLYGON ICRS" + " 10.0 20.0".repeat(vertices));
    }
}
