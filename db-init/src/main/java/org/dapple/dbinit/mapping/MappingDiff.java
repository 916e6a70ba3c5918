package org.dapple.dbinit.mapping;

import java.util.ArrayList;
import java.util.List;
import org.dapple.dbinit.mapping.file.Mapping;

/** The difference between two mappings, in words. */
final class MappingDiff {

    private MappingDiff() {}

    static List<String> lines(Mapping before, Mapping after) {
        List<String> was = before.inWords();
        List<String> is = after.inWords();
        List<String> lines = new ArrayList<>();
        was.stream().filter(line -> !is.contains(line)).forEach(line -> lines.add("- " + line));
        is.stream().filter(line -> !was.contains(line)).forEach(line -> lines.add("+ " + line));
        if (lines.isEmpty() && !before.derivation().equals(after.derivation())) {
            lines.add("~ the order of sections is another");
        }
        return lines;
    }
}
