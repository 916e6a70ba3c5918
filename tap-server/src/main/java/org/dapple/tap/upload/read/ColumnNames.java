package org.dapple.tap.upload.read;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Names under which PostgreSQL can have the columns of any table. A name stays as it is unless it is empty, is given
 * twice, is longer than 63 bytes, or is one that every table of PostgreSQL has for itself.
 */
final class ColumnNames {

    private static final int MAX_BYTES = 63;
    private static final Set<String> TAKEN = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    private final Set<String> given = new HashSet<>(TAKEN);

    /** @param place of the column, from 1 */
    String next(String name, int place) {
        String clean = name == null ? "" : name.replace("\0", "").strip();
        String base = clean.isEmpty() ? "col" + place : clean;
        String candidate = shortened(base, MAX_BYTES);
        for (int i = 2; !given.add(candidate); i++) {
            String suffix = "_" + i;
            candidate = shortened(base, MAX_BYTES - suffix.length()) + suffix;
        }
        return candidate;
    }

    private static String shortened(String name, int bytes) {
        String shorter = name;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > bytes) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }
}
