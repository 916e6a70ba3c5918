package org.dapple.datalink.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the member {@code datalinks} of a DID's metadata: a list of objects with {@code access_url}, {@code semantics},
 * {@code description}, {@code content_type} and {@code content_length}, or a text that holds such a list, also in the
 * spelling of Python. What is no usable link is left out, since a wrong one must not cost the right ones.
 */
public final class StoredLinks {

    private static final int MOST = 100;
    private static final int LONGEST = 2000;

    private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>\\\\^`{|}]+");
    private static final Pattern SEMANTICS = Pattern.compile("#[A-Za-z][A-Za-z0-9-]*|https?://[^\\s]+");

    private final JsonMapper json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    /**
     * The links, at most {@value #MOST}, in their order.
     *
     * @param text JSON, or null
     */
    public List<StoredLink> read(String text) {
        return text == null
                ? List.of()
                : list(text).limit(MOST).flatMap(node -> link(node).stream()).toList();
    }

    private Stream<JsonNode> list(String text) {
        try {
            JsonNode node = json.readTree(text);
            return node.isTextual()
                    ? list(node.textValue())
                    : StreamSupport.stream(node.spliterator(), false).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Stream.empty();
        }
    }

    private static Optional<StoredLink> link(JsonNode node) {
        Optional<String> url = text(node, "access_url").filter(URL.asMatchPredicate());
        String semantics =
                text(node, "semantics").filter(SEMANTICS.asMatchPredicate()).orElse("#auxiliary");
        return url.map(at ->
                new StoredLink(at, semantics, text(node, "description"), text(node, "content_type"), length(node)));
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue())
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    private static Optional<Long> length(JsonNode node) {
        JsonNode length = node.path("content_length");
        return length.canConvertToLong() && length.isIntegralNumber() && length.longValue() >= 0
                ? Optional.of(length.longValue())
                : Optional.empty();
    }
}
