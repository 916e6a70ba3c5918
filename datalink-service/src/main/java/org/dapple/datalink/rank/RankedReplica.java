package org.dapple.datalink.rank;

import org.dapple.datalink.replica.Replica;

/**
 * A replica in its place.
 *
 * @param replica which
 * @param reason why it is there, for a reader, such as {@code 1,234 km from site SKAO-JBO}
 */
public record RankedReplica(Replica replica, String reason) {}
