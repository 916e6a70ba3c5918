package org.dapple.dbinit.mapping.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The entries of a YAML mapping by their keys, none of them twice. */
final class Entries {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    private Entries() {}

    /** Those with any keys. */
    static Entries of(MappingNode map, Faults faults) {
        var entries = new Entries();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(tuple.getKeyNode(), "a key is a name, not a list or a mapping");
            } else if (entries.values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                faults.add(
                        key,
                        key.getValue() + " is there twice, first in line "
                                + Faults.line(entries.keys.get(key.getValue())));
            } else {
                entries.keys.put(key.getValue(), key);
            }
        }
        return entries;
    }

    /** Those with keys that are known here. */
    static Entries of(MappingNode map, String what, Collection<String> known, Faults faults) {
        Entries entries = of(map, faults);
        for (String name : List.copyOf(entries.keys.keySet())) {
            if (!known.contains(name)) {
                faults.unknown(entries.keys.get(name), what, name, known);
                entries.values.remove(name);
            }
        }
        return entries;
    }

    Optional<Node> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Set<String> names() {
        return values.keySet();
    }

    Node key(String name) {
        return keys.get(name);
    }

    /** A text, or another scalar as it is written; empty, and a fault, for anything else. */
    static Optional<String> text(Node node, String what, Faults faults) {
        if (node instanceof ScalarNode scalar
                && !isNothing(scalar)
                && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        faults.add(node, "%s is %s; it is a text".formatted(what, kind(node)));
        return Optional.empty();
    }

    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    static String kind(Node node) {
        return node instanceof SequenceNode ? "a list" : node instanceof MappingNode ? "a mapping" : "empty";
    }
}
