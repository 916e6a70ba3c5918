package org.dapple.dbinit.mapping.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One place where a column's value may come from.
 *
 * @param path keys from the top of the document; empty for a constant
 * @param constant null unless it is one
 * @param unit as the file has it; null where it has none
 * @param conversion null where nothing is to be converted
 * @param values from what the metadata say, in lower case, to what the column is to get
 */
public record Source(
        List<String> path, JsonNode constant, String unit, Conversion conversion, Map<String, JsonNode> values) {

    public Source {
        path = List.copyOf(path);
        values = new TreeMap<>(values);
    }

    static Source constant(JsonNode value) {
        return new Source(List.of(), value, null, null, Map.of());
    }

    /** As ivoa.mapping_rule keeps it. */
    JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (path.isEmpty()) {
            return json.set("constant", constant);
        }
        path.forEach(json.putArray("path")::add);
        if (!values.isEmpty()) {
            values.forEach(json.putObject("values")::set);
        }
        if (conversion != null) {
            json.put("unit", conversion.name());
            if (conversion.by() != null) {
                json.put("by", conversion.by());
            }
        }
        return json;
    }

    /** For people, on one line. */
    String inWords() {
        if (path.isEmpty()) {
            return constant.isNull() ? "nothing" : "always " + constant;
        }
        return JsonPath.written(path)
                + (unit == null ? "" : " in " + unit)
                + (values.isEmpty() ? "" : " where " + new JsonMapper().valueToTree(values));
    }
}
