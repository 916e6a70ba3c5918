package org.dapple.dbinit.mapping.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the sections, each of which is for some scopes. */
final class SectionReader {

    private static final List<String> PARTS = List.of("scopes", "others", "columns");
    private static final List<String> OTHERS = List.of("keys", "none");
    private static final List<String> MANDATORY = List.of("calib_level", "obs_collection", "obs_id");

    private final RuleReader rules;
    private final Faults faults;

    SectionReader(Map<String, Target> targets, Faults faults) {
        this.rules = new RuleReader(targets, faults);
        this.faults = faults;
    }

    List<Section> sections(Node node) {
        List<Section> sections = new ArrayList<>();
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            faults.add(node, "sections are a list, such as:  - scopes: \"*\"");
            return sections;
        }
        Set<String> before = new HashSet<>();
        for (Node item : list.getValue()) {
            if (before.contains(Section.EVERY_SCOPE)) {
                faults.add(item, "this section is never used: one before it is for every scope");
            }
            section(item, before).ifPresent(sections::add);
        }
        if (!before.contains(Section.EVERY_SCOPE)) {
            faults.add(
                    list.getValue().get(list.getValue().size() - 1),
                    "the last section must be for every scope, as in:  - scopes: \"*\"");
        }
        return sections;
    }

    private Optional<Section> section(Node node, Set<String> before) {
        if (!(node instanceof MappingNode map)) {
            faults.add(node, "a section has scopes, as in:  - scopes: \"*\"");
            return Optional.empty();
        }
        Entries entries = Entries.of(map, "part of a section", PARTS, faults);
        List<String> scopes = scopes(map, entries);
        scopes.stream()
                .filter(scope -> !before.add(scope) && !scope.equals(Section.EVERY_SCOPE))
                .forEach(scope -> faults.add(entries.key("scopes"), scope + " is the scope of a section before"));
        boolean ownKeys = ownKeys(entries);
        List<Rule> read = entries.get("columns").map(rules::rules).orElse(List.of());
        checkMandatory(map, ownKeys, read);
        return Optional.of(new Section(scopes, ownKeys, read));
    }

    private List<String> scopes(Node section, Entries entries) {
        Optional<Node> node = entries.get("scopes");
        if (node.isEmpty()) {
            faults.add(section, "the section does not say for which scopes it is, as in:  scopes: \"ska-*\"");
            return List.of();
        }
        List<Node> items = node.get() instanceof SequenceNode list ? list.getValue() : List.of(node.get());
        if (items.isEmpty()) {
            faults.add(node.get(), "the list of scopes is empty");
        }
        return items.stream()
                .flatMap(item -> Entries.text(item, "a scope", faults).stream())
                .toList();
    }

    private boolean ownKeys(Entries entries) {
        Optional<String> word = entries.get("others").flatMap(node -> Entries.text(node, "others", faults));
        if (word.isPresent() && !OTHERS.contains(word.get())) {
            faults.add(
                    entries.key("others"),
                    "others is keys (columns without a rule are the keys of their names) or none, not " + word.get());
        }
        return !word.equals(Optional.of("none"));
    }

    /** A section that fills none of its DIDs' mandatory columns hides them all. */
    private void checkMandatory(Node section, boolean ownKeys, List<Rule> read) {
        for (String column : MANDATORY) {
            Optional<Rule> rule =
                    read.stream().filter(r -> r.column().name().equals(column)).findFirst();
            boolean empty = rule.map(RuleReader::fillsNothing).orElse(!ownKeys);
            if (empty) {
                faults.add(
                        rule.map(Rule::line).orElse(Faults.line(section)),
                        "%s would never have a value, and without it no DID of these scopes would be visible"
                                .formatted(column));
            }
        }
    }
}
