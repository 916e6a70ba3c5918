package org.dapple.dbinit.mapping.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers what is wrong, so that all of it can be told at once. */
final class Faults {

    /** Words of a list that can still be read. */
    private static final int MOST = 20;

    private final List<Fault> faults = new ArrayList<>();

    void add(int line, String reason) {
        faults.add(new Fault(line, reason));
    }

    void add(Node where, String reason) {
        add(line(where), reason);
    }

    /** A word that is none of those that are possible. */
    void unknown(Node where, String what, String word, Collection<String> possible) {
        add(where, "there is no %s %s%s".formatted(what, word, hint(word, possible)));
    }

    /** What somebody probably meant, or could have. */
    static String hint(String word, Collection<String> possible) {
        return Nearest.to(word, possible)
                .map(name -> "; did you mean " + name + "?")
                .orElse(possible.size() <= MOST ? "; possible are " + String.join(", ", possible) : "");
    }

    /** @throws MappingFaultsException when there are any */
    void throwIfAny() throws MappingFaultsException {
        if (!faults.isEmpty()) {
            throw new MappingFaultsException(
                    faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
        }
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
