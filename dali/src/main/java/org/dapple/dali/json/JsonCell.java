package org.dapple.dali.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireArray;
import org.dapple.dali.table.WireCell;
import org.dapple.dali.text.TimestampText;

/** How the cells of one column become JSON. */
@FunctionalInterface
interface JsonCell {

    /** Writes a cell that is not NULL. */
    void write(byte[] bytes, int offset, int length, JsonGenerator json) throws IOException;

    static JsonCell of(Field field) {
        return field.holdsArrays() ? array(of(field.element())) : ofSingle(field);
    }

    private static JsonCell ofSingle(Field field) {
        return switch (field.wireType()) {
            case BOOLEAN -> (bytes, offset, length, json) -> json.writeBoolean(WireCell.booleanAt(bytes, offset));
            case SHORT -> (bytes, offset, length, json) -> json.writeNumber(WireCell.shortAt(bytes, offset));
            case INT -> (bytes, offset, length, json) -> json.writeNumber(WireCell.intAt(bytes, offset));
            case LONG -> (bytes, offset, length, json) -> json.writeNumber(WireCell.longAt(bytes, offset));
            case FLOAT -> (bytes, offset, length, json) -> json.writeNumber(WireCell.floatAt(bytes, offset));
            case DOUBLE -> (bytes, offset, length, json) -> json.writeNumber(WireCell.doubleAt(bytes, offset));
            case TEXT -> field.datatype().equals("double") ? JsonCell::numbers : JsonCell::text;
            case TIMESTAMP -> JsonCell::timestamp;
        };
    }

    private static void text(byte[] utf8, int offset, int length, JsonGenerator json) throws IOException {
        json.writeUTF8String(utf8, offset, length);
    }

    private static void timestamp(byte[] bytes, int offset, int length, JsonGenerator json) throws IOException {
        byte[] text = new byte[TimestampText.LONGEST];
        json.writeRawUTF8String(text, 0, TimestampText.write(WireCell.longAt(bytes, offset), text, 0));
    }

    private static void numbers(byte[] bytes, int offset, int length, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (String number : new String(bytes, offset, length, StandardCharsets.US_ASCII).split(" ", -1)) {
            json.writeNumber(Double.parseDouble(number));
        }
        json.writeEndArray();
    }

    private static JsonCell array(JsonCell cell) {
        return (bytes, offset, length, json) -> {
            json.writeStartArray();
            int element = WireArray.first(bytes, offset);
            for (int left = WireArray.count(bytes, offset); left > 0; left--) {
                if (WireArray.length(bytes, element) < 0) {
                    json.writeNull();
                } else {
                    cell.write(bytes, WireArray.value(element), WireArray.length(bytes, element), json);
                }
                element = WireArray.next(bytes, element);
            }
            json.writeEndArray();
        };
    }
}
