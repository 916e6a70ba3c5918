package org.dapple.adql.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An immutable snapshot of everything that may be queried. */
public final class Catalog {
    private final long version;
    private final List<Table> tables;
    private final Map<String, List<Table>> byLowerCaseName;

    private Catalog(long version, List<Table> tables) {
        this.version = version;
        this.tables = List.copyOf(tables);
        this.byLowerCaseName = index(this.tables);
    }

    /**
     * A catalogue of the given tables.
     *
     * @param version differs whenever the content does; compiled queries are kept under it
     */
    public static Catalog of(long version, List<Table> tables) {
        return new Catalog(version, tables);
    }

    /**
     * This catalogue and a few tables more, for one query that brings them along: its version says nothing of these, so
     * what is compiled with it is not kept.
     */
    public Catalog with(List<Table> more) {
        List<Table> all = new ArrayList<>(tables);
        all.addAll(more);
        return new Catalog(version, all);
    }

    public long version() {
        return version;
    }

    public List<Table> tables() {
        return tables;
    }

    /**
     * All tables whose name (without the schema) equals the given one whatever the case: the caller decides which of them
     * an identifier means.
     */
    public List<Table> named(String name) {
        return byLowerCaseName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    private static Map<String, List<Table>> index(List<Table> tables) {
        Map<String, List<Table>> byName = new HashMap<>();
        for (Table table : tables) {
            byName.computeIfAbsent(table.name().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(table);
        }
        return byName;
    }
}
