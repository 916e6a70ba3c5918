package org.dapple.dali.plain;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.text.TextOutput;

/** Where the columns stand; widths are counted in characters. */
final class Layout {

    private static final String GAP = "  ";

    private final boolean[] toTheRight;
    private final int[] widths;

    private Layout(boolean[] toTheRight, int[] widths) {
        this.toTheRight = toTheRight;
        this.widths = widths;
    }

    /** Columns that hold the given lines. */
    static Layout of(List<Field> fields, List<List<String>> lines) {
        boolean[] toTheRight = new boolean[fields.size()];
        int[] widths = new int[fields.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            toTheRight[column] = fields.get(column).holdsNumbers();
            widths[column] = lines.stream()
                    .mapToInt(line -> width(line.get(column)))
                    .max()
                    .orElse(0);
        }
        return new Layout(toTheRight, widths);
    }

    void line(List<String> cells, TextOutput out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(Math.max(0, widths[column] - width(cell)));
            line.append(column == 0 ? "" : GAP).append(toTheRight[column] ? padding + cell : cell + padding);
        }
        out.put(line.toString().stripTrailing());
        out.put('\n');
    }

    void rule(TextOutput out) throws IOException {
        for (int column = 0; column < widths.length; column++) {
            out.put(column == 0 ? "" : GAP);
            out.put("-".repeat(widths[column]));
        }
        out.put('\n');
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
