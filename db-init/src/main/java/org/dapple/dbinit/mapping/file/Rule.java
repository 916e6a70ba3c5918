package org.dapple.dbinit.mapping.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a section finds the value of a column: the first source that is there counts.
 *
 * @param line of the file
 */
public record Rule(Target column, List<Source> sources, int line) {

    public Rule {
        sources = List.copyOf(sources);
    }

    /** As ivoa.mapping_rule keeps it. */
    public String sourcesAsJson() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        sources.forEach(source -> json.add(source.toJson()));
        return json.toString();
    }

    String inWords() {
        return column.name() + " from " + sources.stream().map(Source::inWords).collect(Collectors.joining(", else "));
    }
}
