package org.dapple.tap.compile;

import java.util.List;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.OutputColumn;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireType;

/** From the output columns of a checked query to the FIELDs of its result; the driver's metadata is never asked. */
final class ResultFields {

    private ResultFields() {}

    static List<Field> of(List<OutputColumn> columns) {
        return columns.stream().map(ResultFields::field).toList();
    }

    private static Field field(OutputColumn column) {
        return new Field(
                column.name(),
                wireType(column.type().element()),
                datatype(column.type().element()),
                column.arraysize(),
                column.xtype(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description());
    }

    private static WireType wireType(AdqlType type) {
        return switch (type) {
            case BOOLEAN -> WireType.BOOLEAN;
            case SMALLINT -> WireType.SHORT;
            case INTEGER -> WireType.INT;
            case BIGINT -> WireType.LONG;
            case REAL -> WireType.FLOAT;
            case DOUBLE -> WireType.DOUBLE;
            case TIMESTAMP -> WireType.TIMESTAMP;
            case CHAR, VARCHAR, CLOB, POINT, CIRCLE, POLYGON, REGION, JSON, UNKNOWN -> WireType.TEXT;
            default -> throw new IllegalArgumentException(type + " is no element");
        };
    }

    /** VOTable 1.4 §2.1; geometries are arrays of numbers (DALI 1.1 §3.3). */
    private static String datatype(AdqlType type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "short";
            case INTEGER -> "int";
            case BIGINT -> "long";
            case REAL -> "float";
            case DOUBLE, POINT, CIRCLE, POLYGON -> "double";
            case CHAR, VARCHAR, CLOB, REGION, JSON, TIMESTAMP, UNKNOWN -> "char";
            default -> throw new IllegalArgumentException(type + " is no element");
        };
    }
}
