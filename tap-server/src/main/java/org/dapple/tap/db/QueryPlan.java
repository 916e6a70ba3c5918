package org.dapple.tap.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How PostgreSQL would run a query.
 *
 * @param rows how many rows it expects
 * @param cost what it expects to do for all of them, in its own unit: reading one page of a table in order costs 1
 * @param indexes by which it would find rows, each once, empty when it would read whole tables
 */
public record QueryPlan(long rows, double cost, List<IndexUse> indexes) {

    /**
     * An index that is used.
     *
     * @param table with its schema
     * @param condition SQL of what is looked up in the index, or null when all of it is read, in its order
     */
    public record IndexUse(String name, String table, String condition) {}

    public QueryPlan {
        indexes = List.copyOf(indexes);
    }

    /** Reads the answer of {@code EXPLAIN (VERBOSE, FORMAT JSON)}. */
    static QueryPlan of(String json) {
        try {
            JsonNode top = new ObjectMapper().readTree(json).at("/0/Plan");
            Set<IndexUse> indexes = new LinkedHashSet<>();
            collect(top, "", indexes);
            return new QueryPlan(
                    top.get("Plan Rows").longValue(), top.get("Total Cost").doubleValue(), List.copyOf(indexes));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param table of the nodes above: a bitmap of an index does not say what table it is for */
    private static void collect(JsonNode node, String table, Set<IndexUse> found) {
        String here = node.has("Relation Name")
                ? node.get("Schema").textValue() + "."
                        + node.get("Relation Name").textValue()
                : table;
        if (node.has("Index Name")) {
            found.add(new IndexUse(
                    node.get("Index Name").textValue(),
                    here,
                    node.path("Index Cond").textValue()));
        }
        node.path("Plans").forEach(child -> collect(child, here, found));
    }
}
