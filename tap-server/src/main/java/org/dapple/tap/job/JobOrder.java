package org.dapple.tap.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.uws.Job;
import org.dapple.dali.uws.UwsTime;

/**
 * What a client orders by a POST (UWS 1.1 §2.2.2): things that are told to the service about the job, and parameters of
 * the job itself, which are kept as they are and judged when it runs.
 *
 * @param action what is to be done with the job, if anything
 * @param duration how long it may run; zero asks for as long as possible
 * @param destruction when it is to be destroyed
 * @param runId what the client calls it
 * @param parameters everything else
 */
public record JobOrder(
        Optional<Action> action,
        Optional<Duration> duration,
        Optional<Instant> destruction,
        Optional<String> runId,
        List<Job.Parameter> parameters) {

    private static final Set<String> CONTROLS =
            Set.of("PHASE", "ACTION", "EXECUTIONDURATION", "DESTRUCTION", "RUNID", "WAIT");

    private static final int LONGEST_RUN_ID = 256;
    private static final int MOST_PARAMETERS = 1000;

    /** What can be done with a job. */
    public enum Action {
        /** Put it into the queue. */
        RUN,
        /** End it. */
        ABORT,
        /** Forget it and its result. */
        DELETE
    }

    /**
     * Judges the orders, not the parameters.
     *
     * @throws ServiceFault that says which one is wrong and what would be right
     */
    public static JobOrder of(Parameters sent) {
        return new JobOrder(
                action(sent),
                sent.single("EXECUTIONDURATION").map(JobOrder::duration),
                sent.single("DESTRUCTION").map(JobOrder::destruction),
                sent.single("RUNID").map(JobOrder::runId),
                parameters(sent));
    }

    private static Optional<Action> action(Parameters sent) {
        Optional<Action> phase = sent.single("PHASE").map(value -> switch (upper(value)) {
            case "RUN" -> Action.RUN;
            case "ABORT" -> Action.ABORT;
            default -> throw ServiceFault.wrongValue("PHASE", value, "RUN or ABORT");
        });
        Optional<Action> delete = sent.single("ACTION").map(value -> {
            if (!upper(value).equals("DELETE")) {
                throw ServiceFault.wrongValue("ACTION", value, "DELETE");
            }
            return Action.DELETE;
        });
        if (phase.isPresent() && delete.isPresent()) {
            throw ServiceFault.usage("PHASE and ACTION are both given; give one of them.");
        }
        return delete.or(() -> phase);
    }

    private static Duration duration(String value) {
        if (!value.strip().matches("[0-9]{1,9}(\\.[0-9]*)?")) {
            throw ServiceFault.wrongValue(
                    "EXECUTIONDURATION", value, "a number of seconds, or 0 for as long as possible");
        }
        return Duration.ofSeconds((long) Math.ceil(Double.parseDouble(value)));
    }

    private static Instant destruction(String value) {
        return UwsTime.parse(value)
                .orElseThrow(() ->
                        ServiceFault.wrongValue("DESTRUCTION", value, "a time in UTC such as 2030-01-31T12:00:00Z"));
    }

    private static String runId(String value) {
        if (value.length() > LONGEST_RUN_ID || value.indexOf('\0') >= 0) {
            throw ServiceFault.wrongValue("RUNID", value, "at most " + LONGEST_RUN_ID + " characters of text");
        }
        return value;
    }

    private static List<Job.Parameter> parameters(Parameters sent) {
        List<Job.Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, List<String>> given : sent.asMap().entrySet()) {
            if (!CONTROLS.contains(upper(given.getKey()))) {
                given.getValue().forEach(value -> parameters.add(parameter(given.getKey(), value)));
            }
        }
        if (parameters.size() > MOST_PARAMETERS) {
            throw ServiceFault.usage(
                    "The job has %d parameters; it may have %d at most.".formatted(parameters.size(), MOST_PARAMETERS));
        }
        return parameters;
    }

    private static Job.Parameter parameter(String name, String value) {
        if (name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
            throw ServiceFault.usage("Parameter %s holds the character U+0000, which no text in the database has."
                    .formatted(shortened(name.replace("\0", "␀"))));
        }
        return new Job.Parameter(name, value);
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
