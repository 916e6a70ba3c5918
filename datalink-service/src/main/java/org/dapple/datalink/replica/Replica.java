package org.dapple.datalink.replica;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One copy of a file.
 *
 * @param rse where it is
 * @param pfn its URL as Rucio writes it, of any scheme
 * @param state whether it can be read
 * @param priority Rucio's, 1 first
 */
public record Replica(Rse rse, String pfn, ReplicaState state, int priority) {

    /** Found without making a text anew for each of thousands. */
    private static final List<String> USUAL = List.of("davs", "https", "root", "http", "dav");

    public Replica {
        Objects.requireNonNull(rse);
        Objects.requireNonNull(pfn);
        Objects.requireNonNull(state);
    }

    /** Lower-case scheme of the URL, such as {@code davs}; empty where it has none. */
    public String scheme() {
        int colon = pfn.indexOf(':');
        for (String scheme : USUAL) {
            if (scheme.length() == colon && pfn.startsWith(scheme)) {
                return scheme;
            }
        }
        return colon < 0 ? "" : pfn.substring(0, colon).toLowerCase(Locale.ROOT);
    }
}
