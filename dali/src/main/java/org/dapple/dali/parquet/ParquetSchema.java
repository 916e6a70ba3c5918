package org.dapple.dali.parquet;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.dapple.dali.table.Field;

/** The types of columns; all are optional. */
final class ParquetSchema {

    private ParquetSchema() {}

    static Type column(Field field) {
        return field.holdsArrays()
                ? Types.optionalList().element(single("element", field)).named(field.name())
                : single(field.name(), field);
    }

    private static Type single(String name, Field field) {
        return switch (field.wireType()) {
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case SHORT ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.intType(Short.SIZE, true))
                        .named(name);
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(name);
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case FLOAT -> Types.optional(PrimitiveTypeName.FLOAT).named(name);
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case TEXT -> field.datatype().equals("double") ? doubles(name) : text(name);
            case TIMESTAMP -> text(name);
        };
    }

    private static Type text(String name) {
        return Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    private static Type doubles(String name) {
        return Types.optionalList().requiredElement(PrimitiveTypeName.DOUBLE).named(name);
    }
}
