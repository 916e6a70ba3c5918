package org.dapple.dbinit.mapping.file;

import java.util.List;
import java.util.stream.Stream;

/**
 * How metadata become columns.
 *
 * @param text of the file
 * @param columns that the site adds
 * @param sections the first that fits a DID is used; the last one is for every scope
 */
public record Mapping(String text, List<OwnColumn> columns, List<Section> sections) {

    public Mapping {
        columns = List.copyOf(columns);
        sections = List.copyOf(sections);
    }

    /** Everything it says, a line each: two mappings that have the same lines do the same. */
    public List<String> inWords() {
        return Stream.concat(
                        columns.stream().map(OwnColumn::inWords),
                        sections.stream().flatMap(Section::inWords))
                .toList();
    }

    /** What decides about values; if that is the same, nothing has to be derived anew. */
    public List<String> derivation() {
        return Stream.concat(
                        columns.stream().map(column -> column.target().toString()),
                        sections.stream().flatMap(Section::inWords))
                .toList();
    }
}
