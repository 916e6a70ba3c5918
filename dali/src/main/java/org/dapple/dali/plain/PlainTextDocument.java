package org.dapple.dali.plain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.RowDocument;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireType;
import org.dapple.dali.text.ArrayText;
import org.dapple.dali.text.CellText;
import org.dapple.dali.text.TextOutput;

/** One result; the first rows are kept until the widths of the columns are known by them. */
final class PlainTextDocument implements RowDocument {

    private static final int ROWS_THAT_SET_WIDTHS = 100;
    private static final CellText CELLS = new CellText("Infinity", "-Infinity");

    private final List<Field> fields;
    private final TextOutput out;
    private final ByteArrayOutputStream cellBytes = new ByteArrayOutputStream();
    private final TextOutput cellOut = new TextOutput(cellBytes);
    private final List<List<String>> first = new ArrayList<>();
    private Layout layout;

    PlainTextDocument(List<Field> fields, TextOutput out) {
        this.fields = fields;
        this.out = out;
    }

    /** Names and units wait for the widths. */
    @Override
    public void open() {}

    @Override
    public void row(RowStream rows) throws IOException {
        List<String> cells = cells(rows);
        if (layout != null) {
            layout.line(cells, out);
            return;
        }
        first.add(cells);
        if (first.size() == ROWS_THAT_SET_WIDTHS) {
            layOut();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close(ResultSummary summary) throws IOException {
        if (layout == null) {
            layOut();
        }
        Info status = summary.queryStatus();
        out.put('\n');
        out.put(summary.rows() == 1 ? "1 row." : summary.rows() + " rows.");
        out.put(status.text() == null ? "" : " %s: %s".formatted(status.value(), status.text()));
        out.put('\n');
        out.flush();
    }

    private void layOut() throws IOException {
        List<String> names = fields.stream().map(Field::name).toList();
        List<String> units = fields.stream()
                .map(Field::unit)
                .map(unit -> unit == null ? "" : unit)
                .toList();
        List<List<String>> all = new ArrayList<>(first);
        all.add(names);
        all.add(units);
        layout = Layout.of(fields, all);
        layout.line(names, out);
        if (!units.stream().allMatch(String::isEmpty)) {
            layout.line(units, out);
        }
        layout.rule(out);
        for (List<String> cells : first) {
            layout.line(cells, out);
        }
        first.clear();
    }

    private List<String> cells(RowStream rows) throws IOException {
        List<String> cells = new ArrayList<>(fields.size());
        for (int column = 0; column < fields.size(); column++) {
            cells.add(rows.length(column) < 0 ? "" : cell(rows, column));
        }
        return cells;
    }

    private String cell(RowStream rows, int column) throws IOException {
        Field field = fields.get(column);
        WireType type = field.wireType();
        if (type == WireType.TEXT) {
            return printable(
                    new String(rows.bytes(), rows.offset(column), rows.length(column), StandardCharsets.UTF_8));
        }
        if (field.holdsArrays()) {
            new ArrayText(CELLS, field, "null").write(rows.bytes(), rows.offset(column), cellOut);
        } else {
            CELLS.write(type, rows.bytes(), rows.offset(column), cellOut);
        }
        cellOut.flush();
        String text = cellBytes.toString(StandardCharsets.UTF_8);
        cellBytes.reset();
        return text;
    }

    private static String printable(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }
}
