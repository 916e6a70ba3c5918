package org.dapple.dbinit.mapping.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads where the columns of a section come from. */
final class RuleReader {

    private static final List<String> PARTS = List.of("path", "constant", "unit", "values");
    private static final String FORMS = "written like  em_min: {path: FREQ_HI, unit: MHz}";

    private final Map<String, Target> targets;
    private final SourceReader sources;
    private final Faults faults;

    RuleReader(Map<String, Target> targets, Faults faults) {
        this.targets = targets;
        this.sources = new SourceReader(faults);
        this.faults = faults;
    }

    /** Whether it says that the column has no value. */
    static boolean fillsNothing(Rule rule) {
        return !rule.sources().isEmpty()
                && rule.sources().stream()
                        .allMatch(source ->
                                source.path().isEmpty() && source.constant().isNull());
    }

    List<Rule> rules(Node node) {
        List<Rule> rules = new ArrayList<>();
        if (!(node instanceof MappingNode map)) {
            faults.add(
                    node,
                    "columns are %s; they are names with paths, such as:  target_name: OBJECT"
                            .formatted(Entries.kind(node)));
            return rules;
        }
        Entries entries = Entries.of(map, faults);
        for (String name : entries.names()) {
            Target target = targets.get(name);
            if (target == null) {
                faults.unknown(entries.key(name), "column", name, targets.keySet());
            } else {
                List<Source> found = sources(target, entries.get(name).orElseThrow());
                rules.add(new Rule(target, found, Faults.line(entries.key(name))));
            }
        }
        return rules;
    }

    private List<Source> sources(Target target, Node node) {
        if (node instanceof MappingNode map) {
            return described(target, map);
        }
        if (Entries.isNothing(node)) {
            faults.add(
                    node,
                    "%s is empty; for no value at all:  %s: {constant: null}".formatted(target.name(), target.name()));
            return List.of();
        }
        return inOrder(target, node, null, Map.of());
    }

    /** A path, or a list of paths of which the first that is there counts. */
    private List<Source> inOrder(Target target, Node node, Node unit, Map<String, JsonNode> values) {
        List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (items.isEmpty()) {
            faults.add(node, "the list of paths of %s is empty".formatted(target.name()));
        }
        List<Source> found = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof MappingNode map) {
                found.addAll(described(target, map));
            } else if (item instanceof ScalarNode path && !Entries.isNothing(path)) {
                sources.at(target, path, unit, values).ifPresent(found::add);
            } else {
                faults.add(item, "a path is %s; it is %s".formatted(Entries.kind(item), FORMS));
            }
        }
        return found;
    }

    private List<Source> described(Target target, MappingNode map) {
        Entries entries = Entries.of(map, "part of a rule", PARTS, faults);
        Optional<Node> path = entries.get("path");
        Optional<Node> constant = entries.get("constant");
        if (path.isEmpty() && constant.isEmpty()) {
            faults.add(map, "%s has neither a path nor a constant; it is %s".formatted(target.name(), FORMS));
        }
        if (path.isEmpty()
                && (entries.get("unit").isPresent() || entries.get("values").isPresent())) {
            faults.add(map, "a constant has neither unit nor values: write what %s is to be".formatted(target.name()));
        }
        List<Source> found = new ArrayList<>();
        path.ifPresent(node -> found.addAll(inOrder(
                target,
                node,
                entries.get("unit").orElse(null),
                entries.get("values").map(sources::values).orElse(new LinkedHashMap<>()))));
        constant.flatMap(node -> sources.constant(target, node)).ifPresent(found::add);
        return found;
    }
}
