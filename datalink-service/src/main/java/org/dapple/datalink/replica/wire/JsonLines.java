package org.dapple.datalink.replica.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** JSON as services send it: one value, or a stream of objects, one a line. */
public final class JsonLines {

    private final JsonMapper json = new JsonMapper();

    /** Hands over one object after the other. Memory grows with the longest only. */
    public void each(InputStream body, Consumer<JsonNode> consumer) throws IOException {
        try (MappingIterator<JsonNode> lines = json.readerFor(JsonNode.class).readValues(body)) {
            while (lines.hasNextValue()) {
                JsonNode line = lines.nextValue();
                if (!line.isObject()) {
                    throw new IOException("a line is " + line.getNodeType() + " and not an object");
                }
                consumer.accept(line);
            }
        }
    }

    /** The one value of a body. */
    public JsonNode one(InputStream body) throws IOException {
        JsonNode value = json.readTree(body);
        if (value == null || value.isMissingNode()) {
            throw new IOException("the answer is empty");
        }
        return value;
    }
}
