package org.dapple.dbinit.mapping.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** A mapping file, YAML 1.2: what it says, or everything that is wrong with it. */
public final class MappingFile {

    private final Faults faults = new Faults();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final String text;

    private MappingFile(String text, Collection<Target> standard) {
        this.text = text;
        standard.forEach(target -> targets.put(target.name(), target));
    }

    /**
     * Reads a file.
     *
     * @param standard the columns there are without those that the site adds
     * @throws MappingFaultsException with all faults, when there are any
     */
    public static Mapping read(String text, Collection<Target> standard) throws MappingFaultsException {
        return new MappingFile(text, standard).read();
    }

    private Mapping read() throws MappingFaultsException {
        Node root = compose();
        List<OwnColumn> columns = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        if (root instanceof MappingNode map) {
            Entries entries = Entries.of(map, "part", List.of("columns", "sections"), faults);
            entries.get("columns").ifPresent(node -> columns.addAll(ownColumns(node)));
            entries.get("sections")
                    .ifPresentOrElse(
                            node -> sections.addAll(new SectionReader(targets, faults).sections(node)),
                            () -> faults.add(map, "sections are missing; at least:  sections: [{scopes: \"*\"}]"));
        } else {
            faults.add(root, "a mapping file has sections, such as:  sections: [{scopes: \"*\"}]");
        }
        faults.throwIfAny();
        return new Mapping(text, columns, sections);
    }

    private List<OwnColumn> ownColumns(Node node) {
        List<OwnColumn> own = new OwnColumnReader(targets.keySet(), faults).columns(node);
        own.forEach(column -> targets.put(column.name(), column.target()));
        return own;
    }

    private Node compose() throws MappingFaultsException {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
            return root.orElseThrow(() -> refused(1, "the file is empty; at least:  sections: [{scopes: \"*\"}]"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw refused(line, "this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw refused(
                    1, "this is not YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static MappingFaultsException refused(int line, String reason) {
        return new MappingFaultsException(List.of(new Fault(line, reason)));
    }
}
