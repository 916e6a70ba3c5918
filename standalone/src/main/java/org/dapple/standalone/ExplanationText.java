package org.dapple.standalone;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.dali.table.Field;
import org.dapple.tap.db.QueryPlan;
import org.dapple.tap.explain.Explanation;

/** An explanation for reading at a terminal. */
final class ExplanationText {

    private static final List<String> HEAD = List.of("name", "datatype", "unit", "ucd", "description");
    private static final String INDENT = "  ";

    private ExplanationText() {}

    static String of(Explanation explanation) {
        return """
                ADQL
                %s

                SQL
                %s

                Columns
                %s

                Plan
                %s
                """.formatted(
                        indented(explanation.adql()),
                        indented(explanation.sql()),
                        indented(table(explanation.columns())),
                        indented(plan(explanation.plan())));
    }

    private static String indented(String text) {
        return text.lines().map(line -> INDENT + line).collect(Collectors.joining("\n"));
    }

    private static String table(List<Field> columns) {
        var rows = Stream.concat(Stream.of(HEAD), columns.stream().map(ExplanationText::cells))
                .toList();
        return rows.stream().map(row -> line(row, rows)).collect(Collectors.joining("\n"));
    }

    private static List<String> cells(Field field) {
        return Stream.of(field.name(), datatype(field), field.unit(), field.ucd(), field.description())
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    /** {@code double}, {@code char[*]}, {@code char[*] adql:REGION}. */
    private static String datatype(Field field) {
        var array = field.arraysize() == null ? "" : "[" + field.arraysize() + "]";
        return field.datatype() + array + (field.xtype() == null ? "" : " " + field.xtype());
    }

    private static String line(List<String> row, List<List<String>> rows) {
        var text = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width = rows.stream()
                    .mapToInt(other -> other.get(at).length())
                    .max()
                    .orElse(0);
            text.append(row.get(at)).append(" ".repeat(width - row.get(at).length() + INDENT.length()));
        }
        return text.toString().stripTrailing();
    }

    private static String plan(QueryPlan plan) {
        var sizes = String.format(Locale.ROOT, "about %,d rows, cost %,.0f", plan.rows(), plan.cost());
        var indexes = plan.indexes().stream()
                .map(index -> "index " + index.name() + " of " + index.table())
                .distinct();
        return Stream.concat(Stream.of(sizes), plan.indexes().isEmpty() ? Stream.of("no index") : indexes)
                .collect(Collectors.joining("\n"));
    }
}
