package org.dapple.tap.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Catalog;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.catalog.Table;

/** From TAP_SCHEMA, which says how values look to clients, to the catalogue, which says what they are to a query. */
final class SchemaCatalog {

    private static final String POINT_COLUMN = "s_point";

    /** VOTable 1.4 §2.2. */
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}|\\d{0,9}\\*");

    private static final Pattern DIMENSIONS = Pattern.compile("(\\d{1,4}x)*(" + LENGTH + ")");

    private SchemaCatalog() {}

    static Catalog of(long version, Stream<PublishedTable> tables) {
        return Catalog.of(version, tables.map(SchemaCatalog::table).toList());
    }

    private static Table table(PublishedTable table) {
        int dot = table.name().indexOf('.');
        return new Table(
                unquoted(table.name().substring(0, dot)),
                unquoted(table.name().substring(dot + 1)),
                table.description(),
                table.columns().stream().map(SchemaCatalog::column).toList(),
                searchColumns(table));
    }

    private static Column column(PublishedColumn column) {
        return new Column(
                unquoted(column.name()),
                type(column),
                arraysize(column),
                column.xtype(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description());
    }

    /** The type of the column in the database, which by db-init's rules follows from its VOTable type and its role. */
    private static AdqlType type(PublishedColumn column) {
        if (isText(column)) {
            return textType(column);
        }
        AdqlType element = elementType(column);
        return isScalar(column)
                ? element
                : shapeType(column).or(() -> AdqlType.arrayOf(element)).orElseThrow();
    }

    /** Arrays of texts are texts here, as PostgreSQL writes them; a size that is none of VOTable's says nothing. */
    private static String arraysize(PublishedColumn column) {
        if (column.arraysize() == null || isScalar(column)) {
            return null;
        }
        Pattern sizes = isText(column) ? LENGTH : DIMENSIONS;
        return sizes.matcher(column.arraysize()).matches() ? column.arraysize() : "*";
    }

    private static boolean isText(PublishedColumn column) {
        return column.datatype().equals("char") || column.datatype().equals("unicodeChar");
    }

    /** Some catalogues say of a scalar that its arraysize is 1. */
    private static boolean isScalar(PublishedColumn column) {
        return !isText(column)
                && (column.arraysize() == null || column.arraysize().equals("1"));
    }

    /** DALI's shapes are held in pgSphere's types (DALI 1.1 §3.3). */
    private static Optional<AdqlType> shapeType(PublishedColumn column) {
        String xtype = column.datatype().equals("double") && column.xtype() != null ? column.xtype() : "";
        return switch (xtype) {
            case "point" -> Optional.of(AdqlType.POINT);
            case "circle" -> Optional.of(AdqlType.CIRCLE);
            case "polygon" -> Optional.of(AdqlType.POLYGON);
            default -> Optional.empty();
        };
    }

    private static AdqlType elementType(PublishedColumn column) {
        return switch (column.datatype()) {
            case "boolean" -> AdqlType.BOOLEAN;
            case "short" -> AdqlType.SMALLINT;
            case "int" -> AdqlType.INTEGER;
            case "long" -> AdqlType.BIGINT;
            case "float" -> AdqlType.REAL;
            case "double" -> AdqlType.DOUBLE;
            default ->
                throw new IllegalStateException(
                        "tap_schema.columns gives " + column.name() + " the datatype " + column.datatype());
        };
    }

    private static AdqlType textType(PublishedColumn column) {
        if ("timestamp".equals(column.xtype())) {
            return AdqlType.TIMESTAMP;
        }
        if ("json".equals(column.xtype())) {
            return AdqlType.JSON;
        }
        if ("region".equals(column.search())) {
            return AdqlType.REGION;
        }
        return AdqlType.VARCHAR;
    }

    private static SearchColumns searchColumns(PublishedTable table) {
        Optional<String> ra = withRole(table, "point.ra").findFirst();
        Optional<String> dec = withRole(table, "point.dec").findFirst();
        List<SearchColumns.Position> positions = ra.isPresent() && dec.isPresent()
                ? List.of(new SearchColumns.Position(ra.get(), dec.get(), POINT_COLUMN))
                : List.of();
        return new SearchColumns(
                positions,
                withRole(table, "region").map(SearchColumns.Footprint::new).toList());
    }

    private static Stream<String> withRole(PublishedTable table, String role) {
        return table.columns().stream()
                .filter(column -> role.equals(column.search()))
                .map(column -> unquoted(column.name()));
    }

    /** TAP_SCHEMA gives a delimited identifier with its quotes (TAP 1.1 §4.1). */
    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
