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
        return switch (field.wireType()) {
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
            case SHORT ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.intType(Short.SIZE, true))
                        .named(field.name());
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(field.name());
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(field.name());
            case FLOAT -> Types.optional(PrimitiveTypeName.FLOAT).named(field.name());
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(field.name());
            case TEXT -> field.datatype().equals("double") ? doubles(field) : text(field);
            case TIMESTAMP -> text(field);
        };
    }

    private static Type text(Field field) {
        return Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(field.name());
    }

    private static Type doubles(Field field) {
        return Types.optionalList().requiredElement(PrimitiveTypeName.DOUBLE).named(field.name());
    }
}
