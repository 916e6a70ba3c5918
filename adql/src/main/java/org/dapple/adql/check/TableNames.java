package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dapple.adql.AdqlException;
import org.dapple.adql.Nearest;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Name;
import org.dapple.adql.catalog.Catalog;
import org.dapple.adql.catalog.Table;
import org.dapple.adql.resolved.OutputColumn;

/** Finds the published table that a name means. */
final class TableNames {
    private final Catalog catalog;
    private final Map<String, List<OutputColumn>> columns = new HashMap<>();

    TableNames(Catalog catalog) {
        this.catalog = catalog;
        for (Table table : catalog.tables()) {
            columns.put(
                    table.qualifiedName(),
                    table.columns().stream()
                            .map(column -> OutputColumn.of(table, column))
                            .toList());
        }
    }

    List<OutputColumn> columns(Table table) {
        return columns.get(table.qualifiedName());
    }

    /** A name without schema is accepted when only one published table has it. */
    Table find(Name name, List<CommonTables.Entry> visible) {
        List<Table> found = new ArrayList<>(catalog.named(name.last().text()));
        found.removeIf(table -> !isMeant(name, table));
        if (found.isEmpty()) {
            throw unknown(name, visible);
        }
        if (found.size() > 1) {
            return exact(name, found).orElseThrow(() -> ambiguous(name, found));
        }
        return found.get(0);
    }

    private static boolean isMeant(Name name, Table table) {
        List<Identifier> parts = name.parts();
        return name.last().means(table.name())
                && (parts.size() == 1 || (parts.size() == 2 && parts.get(0).means(table.schema())));
    }

    /** Of names that differ in case only, the one in lower case is what a regular identifier means first. */
    private static Optional<Table> exact(Name name, List<Table> found) {
        List<Table> exact = found.stream()
                .filter(table -> table.name().equals(name.last().folded()))
                .filter(table -> name.parts().size() == 1
                        || table.schema().equals(name.parts().get(0).folded()))
                .toList();
        return exact.size() == 1 ? Optional.of(exact.get(0)) : Optional.empty();
    }

    private static AdqlException ambiguous(Name name, List<Table> found) {
        List<String> candidates = found.stream().map(Table::qualifiedName).toList();
        return Faults.ambiguous("table", name.text(), name.position(), candidates);
    }

    private AdqlException unknown(Name name, List<CommonTables.Entry> visible) {
        List<String> near = Nearest.all(name.text(), names(visible));
        return Faults.unknown(
                "table",
                name.text(),
                name.position(),
                near.isEmpty() ? byTableAlone(name) : near,
                "TAP_SCHEMA.tables lists all tables");
    }

    private List<String> names(List<CommonTables.Entry> visible) {
        List<String> names = new ArrayList<>();
        visible.forEach(entry -> names.add(entry.name().text()));
        catalog.tables().forEach(table -> names.add(table.qualifiedName()));
        return names;
    }

    /** The schema may be wrong or missing while the table's own name is right, or nearly. */
    private List<String> byTableAlone(Name name) {
        List<String> own = catalog.tables().stream().map(Table::name).toList();
        return Nearest.all(name.last().text(), own).stream()
                .flatMap(nearest -> catalog.named(nearest).stream())
                .map(Table::qualifiedName)
                .toList();
    }
}
