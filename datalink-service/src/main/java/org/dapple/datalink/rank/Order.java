package org.dapple.datalink.rank;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what replicas are put in order (parameter sort). */
public enum Order {
    /** By distance to the client, where that is known; else as PRIORITY. */
    NEAREST,
    /** By chance, which spreads load. */
    RANDOM,
    /** As Rucio prefers them. */
    PRIORITY;

    /** The order of a name in any case; {@code nearest_by_ip} is what present clients write for NEAREST. */
    public static Optional<Order> named(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("nearest_by_ip", "nearest");
        return Arrays.stream(values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }
}
