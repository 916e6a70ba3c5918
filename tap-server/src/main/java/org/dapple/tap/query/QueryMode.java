package org.dapple.tap.query;

import java.util.OptionalLong;
import org.dapple.tap.db.Cancellation;
import org.dapple.tap.db.QueryRunner;

/**
 * What differs between synchronous requests and jobs.
 *
 * @param name what the figures of the service call it, such as {@code sync}
 * @param runner what runs the query, with its own connections and time limit
 * @param defaultRows rows of a result whose request has no MAXREC, at least 0
 * @param hardRows rows of any result, at least {@code defaultRows}
 */
public record QueryMode(String name, QueryRunner runner, long defaultRows, long hardRows) {

    /** The same, for a request that can be stopped from another thread. */
    QueryMode stoppedBy(Cancellation stop) {
        return new QueryMode(name, runner.stoppedBy(stop), defaultRows, hardRows);
    }

    /** How many rows a result may have, whatever was asked for. */
    long maxRows(OptionalLong maxRec) {
        return Math.min(maxRec.orElse(defaultRows), hardRows);
    }
}
