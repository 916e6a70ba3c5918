package org.dapple.dbinit.mapping.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the columns that a site adds. */
final class OwnColumnReader {

    private static final List<String> PROPERTIES = List.of("type", "unit", "ucd", "utype", "description", "indexed");

    /** From what the file has to what PostgreSQL has. */
    private static final Map<String, String> TYPES = Map.of(
            "text", "text",
            "int", "integer",
            "long", "bigint",
            "double", "double precision",
            "timestamp", "timestamp");

    /** Room for what the names of indexes add. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** What the table has for itself, or the database for every table. */
    private static final Pattern TAKEN =
            Pattern.compile("s_point|s_region_.*|rucio_did_.*|ctid|oid|tableoid|xmin|xmax|cmin|cmax");

    /** Words of ADQL 2.1 that could be taken for the name of a column; one could ask for such a column in quotes only. */
    private static final Set<String> RESERVED = Set.of(("abs acos all and any area as asc asin atan atan2 avg between"
                    + " bigint both box by case cast ceiling centroid char character circle coalesce contains coord1 coord2"
                    + " coordsys cos cot count cross current_date current_time date day dec decimal degrees desc distance"
                    + " distinct double else end except exists exp false float floor full group having hour ilike in in_unit"
                    + " inner int integer intersect intersects interval into is join key left like log log10 lower max min"
                    + " minute mod month natural not null numeric offset on or order outer pi point polygon position power"
                    + " precision public radians rand real region right round second select sin size smallint some sqrt sum"
                    + " table tan time timestamp to top true truncate union unique unknown update upper user using value"
                    + " values varchar when where with year zone")
            .split(" "));

    private static final Pattern UCD =
            Pattern.compile("[A-Za-z0-9-]+([.][A-Za-z0-9-]+)*(;[A-Za-z0-9-]+([.][A-Za-z0-9-]+)*)*");

    private final Set<String> standard;
    private final Faults faults;

    OwnColumnReader(Set<String> standard, Faults faults) {
        this.standard = standard;
        this.faults = faults;
    }

    List<OwnColumn> columns(Node node) {
        List<OwnColumn> columns = new ArrayList<>();
        if (node instanceof MappingNode map) {
            Entries entries = Entries.of(map, faults);
            for (String name : entries.names()) {
                checkName(entries.key(name), name);
                column(name, entries.get(name).orElseThrow()).ifPresent(columns::add);
            }
        } else {
            faults.add(
                    node,
                    "columns are %s; they are names with types, such as:  weather: {type: text}"
                            .formatted(Entries.kind(node)));
        }
        return columns;
    }

    private void checkName(Node key, String name) {
        if (!NAME.matcher(name).matches()) {
            faults.add(key, name + " cannot be the name of a column: at most 40 of a-z, 0-9 and _, a letter first");
        } else if (standard.contains(name) || TAKEN.matcher(name).matches()) {
            faults.add(key, name + " is a column already, and not the site's");
        } else if (RESERVED.contains(name)) {
            faults.add(key, name + " is a word of ADQL; queries could not name the column");
        }
    }

    private Optional<OwnColumn> column(String name, Node node) {
        if (!(node instanceof MappingNode map)) {
            faults.add(
                    node,
                    "%s is %s; a column is written like {type: double, unit: m}"
                            .formatted(name, Entries.isNothing(node) ? "empty" : "no mapping"));
            return Optional.empty();
        }
        Entries entries = Entries.of(map, "property of a column", PROPERTIES, faults);
        Optional<String> ucd = text(entries, "ucd");
        ucd.filter(words -> !UCD.matcher(words).matches())
                .ifPresent(words ->
                        faults.add(entries.key("ucd"), words + " is no UCD; one is written like phys.angSize;src"));
        return type(name, map, entries)
                .map(type -> new OwnColumn(
                        name,
                        type,
                        text(entries, "unit").orElse(null),
                        ucd.orElse(null),
                        text(entries, "utype").orElse(null),
                        text(entries, "description").orElse(null),
                        indexed(entries)));
    }

    private Optional<String> type(String name, Node node, Entries entries) {
        if (entries.get("type").isEmpty()) {
            faults.add(node, "%s has no type; possible are text, int, long, double, timestamp".formatted(name));
            return Optional.empty();
        }
        Optional<String> word = text(entries, "type");
        if (word.isPresent() && !TYPES.containsKey(word.get())) {
            faults.unknown(
                    entries.key("type"), "type", word.get(), List.of("text", "int", "long", "double", "timestamp"));
        }
        return word.map(TYPES::get);
    }

    private boolean indexed(Entries entries) {
        Optional<String> word = text(entries, "indexed");
        if (word.isPresent() && !word.get().equals("true") && !word.get().equals("false")) {
            faults.add(entries.key("indexed"), "indexed is true or false, not " + word.get());
        }
        return word.filter("true"::equals).isPresent();
    }

    private Optional<String> text(Entries entries, String property) {
        return entries.get(property).flatMap(node -> Entries.text(node, property, faults));
    }
}
