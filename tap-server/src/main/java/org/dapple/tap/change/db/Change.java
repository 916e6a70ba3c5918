package org.dapple.tap.change.db;

import java.time.Instant;

/**
 * A row of ivoa.obscore that came, changed or went.
 *
 * @param cursor where it stands in the feed
 * @param change insert, update or delete
 * @param time when the transaction of the change began
 */
public record Change(
        Cursor cursor, String change, Instant time, String publisherDid, String didScope, String didName) {}
