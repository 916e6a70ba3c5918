package org.dapple.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One end of what the schema allows for a setting.
 *
 * @param component whose setting it is
 * @param variable as the service has it
 * @param limit the last value that is allowed
 * @param step to the first that is not
 */
record Bound(String component, String variable, BigDecimal limit, BigDecimal step) {

    /** So that no other setting is in the way: defaults that are small, and hard limits that are large. */
    private static final Map<String, String> ROOM = Map.of(
            "DAPPLE_DEFAULT_MAXREC", "0",
            "DAPPLE_HARD_MAXREC", "2147483647",
            "DAPPLE_ASYNC_DEFAULT_MAXREC", "0",
            "DAPPLE_ASYNC_HARD_MAXREC", "2147483647",
            "DAPPLE_ASYNC_SECONDS", "1",
            "DAPPLE_ASYNC_HARD_SECONDS", "2592000",
            "DAPPLE_JOB_RETENTION_SECONDS", "1",
            "DAPPLE_JOB_HARD_RETENTION_SECONDS", "316224000",
            "DAPPLE_REPLICA_FRESH_SECONDS", "0");

    static List<Bound> all() throws IOException {
        var bounds = new ArrayList<Bound>();
        var schema = new ObjectMapper()
                .readTree(Chart.DAPPLE.folder().resolve("values.schema.json").toFile());
        add(schema, "tap", "tap-server", bounds);
        add(schema, "datalink", "datalink-service", bounds);
        return bounds;
    }

    private static void add(JsonNode schema, String service, String component, List<Bound> bounds) {
        schema.at("/properties/%s/properties/settings/properties".formatted(service))
                .properties()
                .forEach(setting -> {
                    var step = setting.getValue().path("type").asText().equals("integer")
                            ? BigDecimal.ONE
                            : new BigDecimal("0.001");
                    var variable = variable(setting.getKey());
                    var range = setting.getValue();
                    if (range.has("minimum")) {
                        bounds.add(new Bound(
                                component, variable, range.get("minimum").decimalValue(), step.negate()));
                    }
                    if (range.has("maximum")) {
                        bounds.add(new Bound(
                                component, variable, range.get("maximum").decimalValue(), step));
                    }
                });
    }

    private static String variable(String setting) {
        return "DAPPLE_" + setting.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    Map<String, String> within() {
        return environment(limit);
    }

    Map<String, String> beyond() {
        return environment(limit.add(step));
    }

    private Map<String, String> environment(BigDecimal value) {
        var environment = new HashMap<>(ROOM);
        environment.put(variable, value.toPlainString());
        return environment;
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(variable, step.signum() < 0 ? "from" : "to", limit);
    }
}
