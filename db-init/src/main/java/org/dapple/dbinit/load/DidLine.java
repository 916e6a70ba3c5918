package org.dapple.dbinit.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dapple.dbinit.rucio.Did;
import org.dapple.dbinit.rucio.DidReplicas;

/**
 * Reads one line: {@code {"scope": "…", "name": "…", "data": {…}}}, with optional {@code "vo"} and {@code "replicas": […]},
 * or a storage element, {@code {"rse": "…", "latitude": …}}.
 */
final class DidLine {

    /** Numbers pass as they are written: a double would lose digits, and cannot hold 1e400. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    LakeLine parse(String line) throws BadLineException {
        JsonNode root = read(line);
        if (!root.isObject()) {
            throw new BadLineException("is not a JSON object");
        }
        if (root.has("rse") && !root.has("scope")) {
            text(root, "rse");
            return new LakeLine.StorageElement(root.toString());
        }
        Did did = did(root);
        return new LakeLine.Metadata(did, replicas(root).map(list -> new DidReplicas(did.scope(), did.name(), list)));
    }

    private static Optional<String> replicas(JsonNode root) throws BadLineException {
        JsonNode replicas = root.path("replicas");
        if (replicas.isMissingNode()) {
            return Optional.empty();
        }
        if (!replicas.isArray()) {
            throw new BadLineException("\"replicas\" is not a list");
        }
        for (JsonNode replica : replicas) {
            text(replica, "rse");
            text(replica, "pfn");
        }
        return Optional.of(replicas.toString());
    }

    private static Did did(JsonNode root) throws BadLineException {
        JsonNode data = root.path("data");
        if (!data.isObject()) {
            throw new BadLineException(data.isMissingNode() ? "has no \"data\"" : "\"data\" is not a JSON object");
        }
        String vo = root.has("vo") ? text(root, "vo") : Did.DEFAULT_VO;
        String text = data.toString();
        if (hasNulCharacter(text)) {
            throw new BadLineException("\"data\" holds \\u0000, which PostgreSQL cannot store");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new BadLineException("\"data\" holds half of a surrogate pair, which is no character");
        }
        return new Did(vo, text(root, "scope"), text(root, "name"), text);
    }

    private JsonNode read(String line) throws BadLineException {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            String reason = e.getOriginalMessage().replaceAll(" \\(start marker at .*\\)", "");
            throw new BadLineException("is not JSON: " + reason + " (column " + column + ")");
        }
    }

    private static String text(JsonNode root, String member) throws BadLineException {
        JsonNode node = root.path(member);
        if (node.isMissingNode()) {
            throw new BadLineException("has no \"" + member + "\"");
        }
        if (!node.isTextual() || node.textValue().isEmpty()) {
            throw new BadLineException("\"" + member + "\" is not a text of one character or more");
        }
        if (node.textValue().indexOf('\0') >= 0) {
            throw new BadLineException("\"" + member + "\" holds \\u0000, which PostgreSQL cannot store");
        }
        return node.textValue();
    }

    /** An escaped NUL, not an escaped backslash that is followed by "u0000". */
    private static boolean hasNulCharacter(String json) {
        int at = json.indexOf("\\u0000");
        while (at >= 0) {
            int backslashes = 0;
            while (at - backslashes >= 0 && json.charAt(at - backslashes) == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 1) {
                return true;
            }
            at = json.indexOf("\\u0000", at + 1);
        }
        return false;
    }
}
