package org.dapple.tap.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.uws.Phase;

/**
 * How long a client that asks for a job waits for its phase to change (UWS 1.1 §2.2.1.1).
 *
 * @param phase what the client believes the job's phase to be; if it is another one, the client does not wait
 * @param end when it is answered in any case
 */
public record JobWait(Optional<Phase> phase, Instant end) {

    /** Well inside the time after which clients give a silent server up. */
    private static final Duration CAP = Duration.ofSeconds(30);

    /**
     * Reads WAIT, in seconds, where -1 means as long as possible, and PHASE.
     *
     * @return empty when the client does not want to wait
     * @throws ServiceFault that says which one is wrong and what would be right
     */
    public static Optional<JobWait> of(Parameters parameters) {
        Optional<Phase> phase = parameters.single("PHASE").map(JobFilter::phase);
        return parameters
                .single("WAIT")
                .map(JobWait::duration)
                .map(duration -> new JobWait(phase, Instant.now().plus(duration)));
    }

    /** The same wait for another phase than this. */
    public JobWait orElse(Phase seen) {
        return new JobWait(phase.or(() -> Optional.of(seen)), end);
    }

    /** Whether there is nothing to wait for any more when the job is in that phase now. */
    public boolean isOver(Phase now) {
        return !now.isActive() || phase.filter(believed -> believed != now).isPresent() || left() <= 0;
    }

    /** Milliseconds until the client is answered. */
    public long left() {
        return Duration.between(Instant.now(), end).toMillis();
    }

    private static Duration duration(String text) {
        if (!text.strip().matches("-1|[0-9]+(\\.[0-9]*)?")) {
            throw ServiceFault.wrongValue("WAIT", text, "a number of seconds, or -1 for as long as possible");
        }
        double seconds = Double.parseDouble(text);
        return seconds < 0 || seconds > CAP.toSeconds() ? CAP : Duration.ofMillis(Math.round(1000 * seconds));
    }
}
