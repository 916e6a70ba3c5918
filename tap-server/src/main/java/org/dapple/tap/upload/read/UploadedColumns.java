package org.dapple.tap.upload.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Column;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/** From STIL's columns to ours: names, types by VOTable datatype and xtype, and what describes them. */
final class UploadedColumns {

    private static final Map<Class<?>, AdqlType> SCALARS = Map.of(
            Boolean.class, AdqlType.BOOLEAN,
            Byte.class, AdqlType.SMALLINT,
            Short.class, AdqlType.SMALLINT,
            Integer.class, AdqlType.INTEGER,
            Long.class, AdqlType.BIGINT,
            Float.class, AdqlType.REAL,
            Double.class, AdqlType.DOUBLE);

    private static final Map<Class<?>, AdqlType> ARRAYS = Map.of(
            boolean[].class, AdqlType.BOOLEAN_ARRAY,
            byte[].class, AdqlType.SMALLINT_ARRAY,
            short[].class, AdqlType.SMALLINT_ARRAY,
            int[].class, AdqlType.INTEGER_ARRAY,
            long[].class, AdqlType.BIGINT_ARRAY,
            float[].class, AdqlType.REAL_ARRAY,
            double[].class, AdqlType.DOUBLE_ARRAY);

    private UploadedColumns() {}

    static List<Cells> of(StarTable metadata) {
        ColumnNames names = new ColumnNames();
        List<Cells> cells = new ArrayList<>();
        for (int i = 0; i < metadata.getColumnCount(); i++) {
            ColumnInfo info = metadata.getColumnInfo(i);
            cells.add(cells(names.next(info.getName(), i + 1), info));
        }
        return cells;
    }

    private static Cells cells(String name, ColumnInfo info) {
        Class<?> type = info.getContentClass();
        if (type.isArray()) {
            return array(name, info);
        }
        return SCALARS.containsKey(type)
                ? cells(name, SCALARS.get(type), null, info.getXtype(), info, UploadedColumns::number)
                : text(name, info);
    }

    /** PostgreSQL has no number of one byte. */
    private static Object number(Object value) {
        return value instanceof Byte octet ? Short.valueOf(octet) : value;
    }

    private static Cells text(String name, ColumnInfo info) {
        if ("timestamp".equals(info.getXtype())) {
            return cells(
                    name, AdqlType.TIMESTAMP, "*", "timestamp", info, value -> Timestamps.micros(value.toString()));
        }
        return cells(name, AdqlType.VARCHAR, "*", info.getXtype(), info, UploadedColumns::storable);
    }

    private static Cells array(String name, ColumnInfo info) {
        boolean floating = info.getContentClass() == double[].class || info.getContentClass() == float[].class;
        String xtype = floating && info.getXtype() != null ? info.getXtype() : "";
        return switch (xtype) {
            case "point" -> geometry(name, AdqlType.POINT, "2", info);
            case "circle" -> geometry(name, AdqlType.CIRCLE, "3", info);
            case "polygon" -> geometry(name, AdqlType.POLYGON, "*", info);
            default -> plainArray(name, info);
        };
    }

    /** Of numbers or truth values; what is an array of texts becomes one text. */
    private static Cells plainArray(String name, ColumnInfo info) {
        AdqlType type = ARRAYS.get(info.getContentClass());
        if (type == null) {
            return cells(name, AdqlType.VARCHAR, "*", null, info, ArrayCells::text);
        }
        Long absent = absentElement(info);
        return cells(name, type, arraysize(info), info.getXtype(), info, value -> ArrayCells.elements(value, absent));
    }

    /** The number that stands for NULL (VOTable 1.4 §4.7), which STIL applies to scalars only and knows as it is written. */
    private static Long absentElement(ColumnInfo info) {
        Object text = info.getAuxDatumValue(Tables.NULL_VALUE_INFO, Object.class);
        try {
            return text == null ? null : Long.valueOf(text.toString().strip());
        } catch (NumberFormatException hexadecimal) {
            return null;
        }
    }

    /** VOTable's arraysize of STIL's shape, in which -1 is a dimension that varies. */
    private static String arraysize(ColumnInfo info) {
        int[] shape = info.getShape();
        return shape == null
                ? "*"
                : Arrays.stream(shape)
                        .mapToObj(length -> length < 0 ? "*" : Integer.toString(length))
                        .collect(Collectors.joining("x"));
    }

    private static Cells geometry(String name, AdqlType type, String arraysize, ColumnInfo info) {
        return cells(name, type, arraysize, info.getXtype(), info, value -> ArrayCells.geometry(type, value));
    }

    private static Cells cells(
            String name,
            AdqlType type,
            String arraysize,
            String xtype,
            ColumnInfo info,
            Function<Object, Object> conversion) {
        Column column = new Column(
                name,
                type,
                arraysize,
                xtype,
                absentIfBlank(info.getUnitString()),
                absentIfBlank(info.getUCD()),
                absentIfBlank(info.getUtype()),
                absentIfBlank(info.getDescription()));
        return new Cells(column, conversion);
    }

    /** PostgreSQL's texts hold every character but U+0000. */
    private static String storable(Object value) {
        String text = value.toString();
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static String absentIfBlank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
