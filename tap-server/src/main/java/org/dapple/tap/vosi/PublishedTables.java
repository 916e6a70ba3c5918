package org.dapple.tap.vosi;

import java.util.List;
import java.util.stream.Stream;
import org.dapple.dali.vosi.Table;
import org.dapple.dali.vosi.TableSet;
import org.dapple.tap.schema.ForeignKey;
import org.dapple.tap.schema.PublishedColumn;
import org.dapple.tap.schema.PublishedSchema;
import org.dapple.tap.schema.PublishedTable;
import org.dapple.tap.schema.TapSchema;

/** TAP_SCHEMA in the words of VODataService. */
public final class PublishedTables {

    private PublishedTables() {}

    /** All of it. */
    public static TableSet of(TapSchema schema) {
        return new TableSet(
                schema.schemas().stream().map(PublishedTables::schema).toList());
    }

    /** One table of it. */
    public static Table of(PublishedTable table) {
        return new Table(
                table.name(),
                table.type(),
                table.description(),
                table.utype(),
                table.columns().stream().map(PublishedTables::column).toList(),
                table.foreignKeys().stream().map(PublishedTables::foreignKey).toList());
    }

    private static TableSet.Schema schema(PublishedSchema schema) {
        return new TableSet.Schema(
                schema.name(),
                schema.description(),
                schema.utype(),
                schema.tables().stream().map(PublishedTables::of).toList());
    }

    private static Table.Column column(PublishedColumn column) {
        return new Table.Column(
                column.name(),
                column.description(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.datatype(),
                column.arraysize(),
                column.xtype(),
                flags(column),
                column.std());
    }

    private static List<String> flags(PublishedColumn column) {
        return Stream.of(column.indexed() ? "indexed" : "", column.principal() ? "principal" : "")
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    private static Table.ForeignKey foreignKey(ForeignKey key) {
        return new Table.ForeignKey(
                key.targetTable(),
                key.columns().stream()
                        .map(pair -> new Table.ForeignKey.Pair(pair.from(), pair.target()))
                        .toList(),
                key.description(),
                key.utype());
    }
}
