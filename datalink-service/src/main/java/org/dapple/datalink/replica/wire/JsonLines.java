package org.dapple.datalink.replica.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** JSON as services send it: one value, or a stream of objects, one a line. */
public final class JsonLines {

    /** Names of members may be URLs of files, which never come again: it would cost to keep them. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonMapper json = new JsonMapper(FACTORY);

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

    /** Reads one object; the parser stands at its beginning, and afterwards at its end. */
    public interface ObjectReader {

        void read(JsonParser parser) throws IOException;
    }

    /** Has one object after the other read, for those who keep little of them. */
    public void eachParsed(InputStream body, ObjectReader reader) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            while (parser.nextToken() != null) {
                if (!parser.hasToken(JsonToken.START_OBJECT)) {
                    throw new IOException("a line is " + parser.currentToken() + " and not an object");
                }
                reader.read(parser);
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
