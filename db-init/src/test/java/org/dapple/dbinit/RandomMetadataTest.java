package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nonsense of every kind under every key: no write fails, and each DID is either visible or pending with words. */
class RandomMetadataTest {

    private static final int DIDS = 3000;

    private static final double[] NUMBERS = {
        0, 1, -1, 2.5, 4, 90, -90, 91, 360, 361, 1e22, 1e308, -1e308, 1e-308, Double.MIN_VALUE, Long.MAX_VALUE
    };

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

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private final Random random = new Random(42);
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    @Test
    void neverMakesAWriteFail() throws SQLException {
        try (Dids dids = new Dids(database)) {
            List<String> columns = List.of(dids.value("SELECT string_agg(column_name, ',') FROM ivoa.obscore_mapping")
                    .split(",", -1));
            for (int i = 0; i < DIDS; i++) {
                dids.upsert(
                        "d" + i, new JsonMapper().valueToTree(document(columns)).toString());
            }
            dids.run(
                    "UPDATE dids SET data = data || '{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}'");
            assertThat(dids.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo(Integer.toString(DIDS));
            assertThat(dids.value("SELECT count(*) FROM ivoa.obscore_pending WHERE visible AND reason <> ''"))
                    .isEqualTo(dids.value("SELECT count(*) FROM ivoa.obscore_pending"));
            assertThat(dids.value(
                            "SELECT count(*) FROM ivoa.obscore_pending WHERE reason LIKE 'the database refused%'"))
                    .isEqualTo("0");
            assertThat(dids.value("SELECT count(s_region) > 100 FROM ivoa.obscore"))
                    .isEqualTo("t");
        }
    }

    private ObjectNode document(List<String> columns) {
        ObjectNode document = nodes.objectNode();
        for (int i = random.nextInt(12); i > 0; i--) {
            document.replace(columns.get(random.nextInt(columns.size())), value(0));
        }
        document.put("s_region", region());
        return document;
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth < 3 ? 8 : 6)) {
            case 0, 1 -> nodes.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 2, 3 -> nodes.textNode(words());
            case 4 -> nodes.booleanNode(random.nextBoolean());
            case 5 -> nodes.nullNode();
            case 6 -> list(depth);
            default -> nodes.objectNode().set(words(), value(depth + 1));
        };
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
}
