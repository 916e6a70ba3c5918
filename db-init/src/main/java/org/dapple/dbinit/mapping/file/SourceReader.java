package org.dapple.dbinit.mapping.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one source of a column: a path with its unit and its vocabulary, or a constant. */
final class SourceReader {

    private static final List<String> IDENTIFYING = List.of("obs_publisher_did", "access_url");

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final Faults faults;

    SourceReader(Faults faults) {
        this.faults = faults;
    }

    Optional<Source> at(Target target, ScalarNode path, Node unit, Map<String, JsonNode> values) {
        try {
            List<String> keys = JsonPath.parse(path.getValue());
            if (unit == null) {
                return Optional.of(new Source(keys, null, null, null, values));
            }
            return Entries.text(unit, "unit", faults).flatMap(name -> in(target, keys, unit, name, values));
        } catch (IllegalArgumentException e) {
            faults.add(path, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Source> in(
            Target target, List<String> keys, Node unit, String name, Map<String, JsonNode> values) {
        Map<String, Conversion> possible = Units.of(target);
        if (possible.isEmpty()) {
            faults.add(unit, "%s has no unit that could be converted from %s".formatted(target.name(), name));
            return Optional.empty();
        }
        if (!possible.containsKey(name)) {
            faults.add(
                    unit,
                    "there is no way from the unit %s to %s of %s%s"
                            .formatted(name, target.unit(), target.name(), Faults.hint(name, possible.keySet())));
            return Optional.empty();
        }
        return Optional.of(new Source(keys, null, name, possible.get(name), values));
    }

    /** What the metadata say, in lower case, and what that is to be. */
    Map<String, JsonNode> values(Node node) {
        var values = new LinkedHashMap<String, JsonNode>();
        if (!(node instanceof MappingNode map)) {
            faults.add(node, "values are a mapping, such as:  {img: image, vis: visibility}");
            return values;
        }
        Entries entries = Entries.of(map, faults);
        for (String word : entries.names()) {
            JsonNode value = scalar(entries.get(word).orElseThrow(), "what " + word + " is to be");
            if (values.put(word.toLowerCase(Locale.ROOT), value) != null) {
                faults.add(entries.key(word), word + " is there twice, as upper and lower case are the same here");
            }
        }
        return values;
    }

    Optional<Source> constant(Target target, Node node) {
        JsonNode value = scalar(node, "the constant");
        if (IDENTIFYING.contains(target.name()) && !value.isNull()) {
            faults.add(node, "%s cannot be the same for all DIDs".formatted(target.name()));
            return Optional.empty();
        }
        return Optional.of(Source.constant(value));
    }

    private JsonNode scalar(Node node, String what) {
        if (!(node instanceof ScalarNode scalar)) {
            faults.add(node, "%s is %s; it is a single value".formatted(what, Entries.kind(node)));
            return json.nullNode();
        }
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return json.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return json.booleanNode(Boolean.parseBoolean(scalar.getValue()));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(scalar);
        }
        return json.textNode(scalar.getValue());
    }

    private JsonNode number(ScalarNode scalar) {
        try {
            return DecimalNode.valueOf(new BigDecimal(scalar.getValue()));
        } catch (NumberFormatException e) {
            return json.textNode(scalar.getValue());
        }
    }
}
