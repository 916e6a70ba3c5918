package org.dapple.tap.db;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.SearchColumns;

/**
 * The columns of a temporary table in SQL. pgSphere's types have no binary form, and COPY refuses a table with such a
 * column even where it is not filled: so a shape comes as text into a column beside, and the column of the shape itself is
 * added when all rows are there, as is one for the points of right ascensions and declinations.
 */
final class TemporaryColumns {

    /** Of finite longitudes and latitudes that there are: pgSphere makes points of nothing else that an index could hold. */
    private static final String POINT =
            "ADD COLUMN %s spoint GENERATED ALWAYS AS (CASE WHEN abs(%s::float8) < 'Infinity'"
                    + " AND %s BETWEEN -90 AND 90 THEN spoint(radians(%s), radians(%s)) END) STORED";

    private final Set<String> names = new HashSet<>();
    private final List<String> definitions = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final Optional<SearchColumns.Position> position;

    TemporaryColumns(List<Column> columns) {
        columns.forEach(column -> names.add(column.name()));
        columns.forEach(this::add);
        position = SkyPosition.of(columns)
                .map(pair -> new SearchColumns.Position(pair.ra(), pair.dec(), unused("search_point")));
        position.ifPresent(this::add);
    }

    private void add(Column column) {
        String name = Identifiers.quoted(column.name());
        if (isShape(column.type())) {
            String text = Identifiers.quoted(unused("text_of_" + copied.size()));
            definitions.add(text + " text");
            added.add("ADD COLUMN %s %s GENERATED ALWAYS AS (%s::%s) STORED"
                    .formatted(
                            name, column.type().postgres(), text, column.type().postgres()));
            copied.add(text);
        } else {
            definitions.add(name + " " + column.type().postgres());
            copied.add(name);
        }
    }

    private void add(SearchColumns.Position pair) {
        String ra = Identifiers.quoted(pair.ra());
        String dec = Identifiers.quoted(pair.dec());
        added.add(POINT.formatted(Identifiers.quoted(pair.point()), ra, dec, ra, dec));
    }

    private static boolean isShape(AdqlType type) {
        return type == AdqlType.POINT || type == AdqlType.CIRCLE || type == AdqlType.POLYGON;
    }

    private String unused(String wanted) {
        String name = wanted;
        while (!names.add(name)) {
            name = name + "_";
        }
        return name;
    }

    /** For CREATE TABLE. */
    String definitions() {
        return String.join(", ", definitions);
    }

    /** Those that COPY fills, one for each column that was given. */
    String copied() {
        return String.join(", ", copied);
    }

    /** For ALTER TABLE after that, empty when there is nothing to add. */
    Optional<String> added() {
        return added.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", added));
    }

    Optional<SearchColumns.Position> position() {
        return position;
    }
}
