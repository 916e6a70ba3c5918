package org.dapple.dali.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.RowDocument;
import org.dapple.dali.table.RowStream;

/** One result: see {@link JsonWriter} for its form. */
final class JsonDocument implements RowDocument {

    private final ResultHead head;
    private final List<Field> fields;
    private final JsonCell[] cells;
    private final JsonGenerator json;

    JsonDocument(ResultHead head, List<Field> fields, JsonGenerator json) {
        this.head = head;
        this.fields = fields;
        this.cells = fields.stream().map(JsonCell::of).toArray(JsonCell[]::new);
        this.json = json;
    }

    @Override
    public void open() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("metadata");
        for (Field field : fields) {
            json.writeRaw('\n');
            metadata(field);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("infos");
        for (Info info : head.infos()) {
            json.writeRaw('\n');
            info(info);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data");
    }

    /** Each row is a line. */
    @Override
    public void row(RowStream rows) throws IOException {
        json.writeRaw('\n');
        json.writeStartArray();
        for (int column = 0; column < cells.length; column++) {
            if (rows.length(column) < 0) {
                json.writeNull();
            } else {
                cells[column].write(rows.bytes(), rows.offset(column), rows.length(column), json);
            }
        }
        json.writeEndArray();
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void close(ResultSummary summary) throws IOException {
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeFieldName("status");
        info(summary.queryStatus());
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        json.flush();
    }

    private void metadata(Field field) throws IOException {
        json.writeStartObject();
        member("name", field.name());
        member("datatype", field.datatype());
        member("arraysize", field.arraysize());
        member("xtype", field.xtype());
        member("unit", field.unit());
        member("ucd", field.ucd());
        member("utype", field.utype());
        member("description", field.description());
        json.writeEndObject();
    }

    private void info(Info info) throws IOException {
        json.writeStartObject();
        member("name", info.name());
        member("value", info.value());
        member("text", info.text());
        json.writeEndObject();
    }

    private void member(String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
