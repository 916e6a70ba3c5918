package org.dapple.datalink.config;

import java.util.ArrayList;
import java.util.List;
import org.dapple.dali.config.Environment;

/**
 * What one request may cost.
 *
 * @param ids identifiers of one request that are answered, 1 to 100,000; the others are an overflow
 * @param children members of one dataset or container that are listed, 1 to 1,000,000
 * @param trustedProxies how many proxies before this server are ours: so many addresses at the end of the header
 *     X-Forwarded-For are true, 0 to 10
 */
public record LinkLimits(int ids, int children, int trustedProxies) {

    /** What a site gets that configures nothing. */
    public static final LinkLimits DEFAULT = new LinkLimits(1000, 10_000, 0);

    static LinkLimits from(Environment environment) {
        return new LinkLimits(
                (int) environment.number("DAPPLE_DATALINK_IDS", DEFAULT.ids),
                (int) environment.number("DAPPLE_DATALINK_CHILDREN", DEFAULT.children),
                (int) environment.number("DAPPLE_TRUSTED_PROXIES", DEFAULT.trustedProxies));
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        check("DAPPLE_DATALINK_IDS", ids, 1, 100_000, problems);
        check("DAPPLE_DATALINK_CHILDREN", children, 1, 1_000_000, problems);
        check("DAPPLE_TRUSTED_PROXIES", trustedProxies, 0, 10, problems);
        return problems;
    }

    private static void check(String name, int value, int least, int most, List<String> problems) {
        if (value < least || value > most) {
            problems.add("%s must be from %d to %d and is %d".formatted(name, least, most, value));
        }
    }
}
