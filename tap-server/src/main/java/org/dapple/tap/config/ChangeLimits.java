package org.dapple.tap.config;

import java.util.List;
import org.dapple.dali.config.Environment;

/**
 * What the feed of changes may cost.
 *
 * @param clients how many may wait for changes at a time, 1 to 10,000; none of them holds a thread
 */
public record ChangeLimits(int clients) {

    /** What a site gets that configures nothing. */
    public static final ChangeLimits DEFAULT = new ChangeLimits(200);

    static ChangeLimits from(Environment environment) {
        return new ChangeLimits((int) environment.number("DAPPLE_CHANGE_CLIENTS", DEFAULT.clients));
    }

    List<String> problems() {
        return clients >= 1 && clients <= 10_000
                ? List.of()
                : List.of("DAPPLE_CHANGE_CLIENTS must be from 1 to 10000 and is " + clients);
    }
}
