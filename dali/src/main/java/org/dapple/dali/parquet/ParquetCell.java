package org.dapple.dali.parquet;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireArray;
import org.dapple.dali.table.WireCell;
import org.dapple.dali.text.TimestampText;

/** How the cells of one column are handed to Parquet. */
@FunctionalInterface
interface ParquetCell {

    /** Hands over a cell that is not NULL. */
    void write(byte[] bytes, int offset, int length, RecordConsumer record);

    static ParquetCell of(Field field) {
        return field.holdsArrays() ? array(of(field.element())) : ofSingle(field);
    }

    private static ParquetCell ofSingle(Field field) {
        return switch (field.wireType()) {
            case BOOLEAN -> (bytes, offset, length, record) -> record.addBoolean(WireCell.booleanAt(bytes, offset));
            case SHORT -> (bytes, offset, length, record) -> record.addInteger(WireCell.shortAt(bytes, offset));
            case INT -> (bytes, offset, length, record) -> record.addInteger(WireCell.intAt(bytes, offset));
            case LONG -> (bytes, offset, length, record) -> record.addLong(WireCell.longAt(bytes, offset));
            case FLOAT -> (bytes, offset, length, record) -> record.addFloat(WireCell.floatAt(bytes, offset));
            case DOUBLE -> (bytes, offset, length, record) -> record.addDouble(WireCell.doubleAt(bytes, offset));
            case TEXT -> field.datatype().equals("double") ? ParquetCell::doubles : ParquetCell::text;
            case TIMESTAMP -> ParquetCell::timestamp;
        };
    }

    private static void text(byte[] utf8, int offset, int length, RecordConsumer record) {
        record.addBinary(Binary.fromReusedByteArray(utf8, offset, length));
    }

    private static void timestamp(byte[] bytes, int offset, int length, RecordConsumer record) {
        byte[] text = new byte[TimestampText.LONGEST];
        int end = TimestampText.write(WireCell.longAt(bytes, offset), text, 0);
        record.addBinary(Binary.fromConstantByteArray(text, 0, end));
    }

    /** A list in the three levels of the Parquet format. */
    private static void doubles(byte[] bytes, int offset, int length, RecordConsumer record) {
        record.startGroup();
        record.startField("list", 0);
        for (String number : new String(bytes, offset, length, StandardCharsets.US_ASCII).split(" ", -1)) {
            record.startGroup();
            record.startField("element", 0);
            record.addDouble(Double.parseDouble(number));
            record.endField("element", 0);
            record.endGroup();
        }
        record.endField("list", 0);
        record.endGroup();
    }

    /** A list; its elements, like columns, are left out where they are NULL. */
    private static ParquetCell array(ParquetCell cell) {
        return (bytes, offset, length, record) -> {
            record.startGroup();
            int count = WireArray.count(bytes, offset);
            if (count > 0) {
                record.startField("list", 0);
                int element = WireArray.first(bytes, offset);
                for (int left = count; left > 0; left--) {
                    element(cell, bytes, element, record);
                    element = WireArray.next(bytes, element);
                }
                record.endField("list", 0);
            }
            record.endGroup();
        };
    }

    private static void element(ParquetCell cell, byte[] bytes, int element, RecordConsumer record) {
        record.startGroup();
        int length = WireArray.length(bytes, element);
        if (length >= 0) {
            record.startField("element", 0);
            cell.write(bytes, WireArray.value(element), length, record);
            record.endField("element", 0);
        }
        record.endGroup();
    }
}
