package org.dapple.datalink.replica.rucio;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaState;
import org.dapple.datalink.replica.Rse;

/**
 * A line of the answer to {@code POST /replicas/list}: a file and its copies. It is read as it comes, since there may be
 * thousands; members that have another type than Rucio's are left out.
 */
final class ReplicaLine {

    private static final int SHORTEST_SUM = 8;
    private static final int LONGEST_SUM = 32;

    private final List<Copy> copies = new ArrayList<>();
    private final Map<String, String> states = new HashMap<>();
    private String scope = "";
    private String name = "";
    private Optional<Long> bytes = Optional.empty();
    private Optional<String> adler32 = Optional.empty();
    private Optional<String> md5 = Optional.empty();

    private static final class Copy {
        private final String pfn;
        private String rse = "";
        private boolean tape;
        private int priority = Integer.MAX_VALUE;

        private Copy(String pfn) {
            this.pfn = pfn;
        }

        private void member(String member, JsonParser parser) throws IOException {
            switch (member) {
                case "rse" -> rse = parser.getValueAsString("");
                case "type" -> tape = parser.getValueAsString("").equals("TAPE");
                case "priority" -> priority = parser.getValueAsInt(Integer.MAX_VALUE);
                default -> {
                    // What else there is, is not for links.
                }
            }
        }
    }

    private ReplicaLine() {}

    /** What the parser stands at the beginning of. */
    static ReplicaLine read(JsonParser parser) throws IOException {
        ReplicaLine line = new ReplicaLine();
        members(parser, member -> line.member(member, parser));
        return line;
    }

    Did did() {
        return new Did(scope, name);
    }

    /** @param rses knows storage elements by their name, and whether the line calls it a tape */
    Holding.File file(BiFunction<String, Boolean, Rse> rses) {
        List<Replica> replicas = new ArrayList<>(copies.size());
        for (Copy copy : copies) {
            replicas.add(new Replica(
                    rses.apply(copy.rse, copy.tape),
                    copy.pfn,
                    ReplicaState.named(states.getOrDefault(copy.rse, "AVAILABLE"))
                            .orElse(ReplicaState.UNAVAILABLE),
                    copy.priority));
        }
        return new Holding.File(bytes, adler32, md5, replicas);
    }

    private void member(String member, JsonParser parser) throws IOException {
        switch (member) {
            case "scope" -> scope = parser.getValueAsString("");
            case "name" -> name = parser.getValueAsString("");
            case "bytes" -> bytes = size(parser);
            case "adler32" -> adler32 = checksum(parser);
            case "md5" -> md5 = checksum(parser);
            case "pfns" -> members(parser, pfn -> copies.add(copy(pfn, parser)));
            case "states" -> members(parser, rse -> states.put(rse, parser.getValueAsString("")));
            default -> {
                // Likewise.
            }
        }
    }

    private static Copy copy(String pfn, JsonParser parser) throws IOException {
        Copy copy = new Copy(pfn);
        members(parser, member -> copy.member(member, parser));
        return copy;
    }

    /** Reads the value at which the parser stands then. */
    private interface MemberReader {

        void read(String member) throws IOException;
    }

    /** Those of the object at which the parser stands; none where it is something else. */
    private static void members(JsonParser parser, MemberReader reader) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            reader.read(member);
            parser.skipChildren();
        }
    }

    private static Optional<Long> size(JsonParser parser) throws IOException {
        boolean isSize = parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && parser.getLongValue() >= 0;
        return isSize ? Optional.of(parser.getLongValue()) : Optional.empty();
    }

    private static Optional<String> checksum(JsonParser parser) throws IOException {
        return parser.hasToken(JsonToken.VALUE_STRING)
                ? Optional.of(parser.getText()).filter(ReplicaLine::isChecksum)
                : Optional.empty();
    }

    private static boolean isChecksum(String text) {
        return text.length() >= SHORTEST_SUM
                && text.length() <= LONGEST_SUM
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    }
}
