package org.dapple.adql.ast;

import java.util.List;
import java.util.stream.Collectors;

/** A name of one or more parts: {@code column}, {@code table.column}, {@code schema.table}. */
public record Name(List<Identifier> parts) {
    public Name {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a name has at least one part");
        }
    }

    /** A name of regular identifiers, for trees that are built rather than parsed. */
    public static Name of(String... parts) {
        return new Name(List.of(parts).stream().map(Identifier::of).toList());
    }

    public Identifier last() {
        return parts.get(parts.size() - 1);
    }

    /** Everything before the last part. */
    public List<Identifier> qualifier() {
        return parts.subList(0, parts.size() - 1);
    }

    public Position position() {
        return parts.get(0).position();
    }

    /** As written, without double quotes. */
    public String text() {
        return parts.stream().map(Identifier::text).collect(Collectors.joining("."));
    }
}
