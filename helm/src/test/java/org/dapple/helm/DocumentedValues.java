package org.dapple.helm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Reads values.yaml as people do: a value, and the comment above it. */
final class DocumentedValues {

    private static final Pattern COMMENT = Pattern.compile(" *# (.*)");
    private static final Pattern ENTRY = Pattern.compile("( *)([A-Za-z0-9]+):(?: (.*))?");

    /**
     * One value.
     *
     * @param path such as {@code tap.settings.syncSeconds}
     * @param text its default as it is written; empty where lines below have it
     * @param comment above it; empty where there is none
     */
    record Value(String path, String text, String comment) {

        String row() {
            return "| `%s` | %s | %s |".formatted(path, text.isEmpty() ? "see values.yaml" : "`" + text + "`", comment);
        }
    }

    private DocumentedValues() {}

    /** Values with a comment of their own; below one without default on its line, everything belongs to it. */
    static List<Value> in(String yaml) {
        var values = new ArrayList<Value>();
        Deque<String> path = new ArrayDeque<>();
        var comment = "";
        for (var line : yaml.lines().toList()) {
            var entry = ENTRY.matcher(line);
            var remark = COMMENT.matcher(line);
            if (remark.matches()) {
                comment = remark.group(1);
            } else if (entry.matches()) {
                while (path.size() > entry.group(1).length() / 2) {
                    path.removeLast();
                }
                path.addLast(entry.group(2));
                var text = entry.group(3) == null ? "" : entry.group(3);
                if (!comment.isEmpty() || !text.isEmpty()) {
                    values.add(new Value(String.join(".", path), text, comment));
                }
                comment = "";
            } else {
                comment = "";
            }
        }
        return List.copyOf(values);
    }
}
