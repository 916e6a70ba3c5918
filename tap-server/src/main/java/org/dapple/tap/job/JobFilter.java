package org.dapple.tap.job;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.uws.Phase;
import org.dapple.dali.uws.UwsTime;

/**
 * Which jobs are listed (UWS 1.1 §2.2.2.1): those that meet all three conditions.
 *
 * @param phases in one of which they are
 * @param after they were created later than that
 * @param last as many of the latest, 0 to {@value #MOST}
 */
public record JobFilter(Set<Phase> phases, Instant after, int last) {

    /** A longer list is cut. */
    static final int MOST = 1000;

    private static final String NAMES =
            Stream.of(Phase.values()).map(Phase::name).collect(Collectors.joining(", "));

    /**
     * Reads PHASE, which may be repeated, AFTER and LAST; without PHASE all but archived jobs are listed.
     *
     * @throws ServiceFault that says which one is wrong and what would be right
     */
    public static JobFilter of(Parameters parameters) {
        return new JobFilter(phases(parameters), after(parameters), (int)
                Math.min(parameters.count("LAST").orElse(MOST), MOST));
    }

    private static Set<Phase> phases(Parameters parameters) {
        EnumSet<Phase> phases = EnumSet.noneOf(Phase.class);
        parameters.all("PHASE").forEach(name -> phases.add(phase(name)));
        return phases.isEmpty() ? EnumSet.complementOf(EnumSet.of(Phase.ARCHIVED)) : phases;
    }

    /** The phase of that name, or a fault with the names there are. */
    static Phase phase(String name) {
        return Phase.named(name).orElseThrow(() -> ServiceFault.wrongValue("PHASE", name, "one of " + NAMES));
    }

    private static Instant after(Parameters parameters) {
        return parameters
                .single("AFTER")
                .map(text -> UwsTime.parse(text)
                        .orElseThrow(() ->
                                ServiceFault.wrongValue("AFTER", text, "a time in UTC such as 2026-11-22T01:02:03Z")))
                .orElse(Instant.EPOCH);
    }
}
