package org.dapple.tap.upload.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Column;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/** From STIL's columns to ours: names, types by VOTable datatype and xtype, and what describes them. */
final class UploadedColumns {

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
        if (type == Boolean.class) {
            return scalar(name, AdqlType.BOOLEAN, info, value -> value);
        }
        if (type == Short.class || type == Byte.class) {
            return scalar(name, AdqlType.SMALLINT, info, value -> ((Number) value).shortValue());
        }
        if (type == Integer.class) {
            return scalar(name, AdqlType.INTEGER, info, value -> value);
        }
        if (type == Long.class) {
            return scalar(name, AdqlType.BIGINT, info, value -> value);
        }
        if (type == Float.class) {
            return scalar(name, AdqlType.REAL, info, value -> ((Float) value).isNaN() ? null : value);
        }
        if (type == Double.class) {
            return scalar(name, AdqlType.DOUBLE, info, value -> ((Double) value).isNaN() ? null : value);
        }
        return text(name, info);
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
            default -> cells(name, AdqlType.VARCHAR, "*", null, info, ArrayCells::text);
        };
    }

    private static Cells geometry(String name, AdqlType type, String arraysize, ColumnInfo info) {
        return cells(name, type, arraysize, info.getXtype(), info, value -> ArrayCells.geometry(type, value));
    }

    private static Cells scalar(String name, AdqlType type, ColumnInfo info, Function<Object, Object> conversion) {
        return cells(name, type, null, null, info, conversion);
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
