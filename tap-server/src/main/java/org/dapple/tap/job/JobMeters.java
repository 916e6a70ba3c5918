package org.dapple.tap.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.uws.Phase;
import org.dapple.tap.job.db.JobStore;

/** Tells how many jobs there are in each phase, of all servers together. */
public final class JobMeters {

    private final JobStore store;
    private final MultiGauge jobs;

    public JobMeters(MeterRegistry registry, JobStore store) {
        this.store = store;
        this.jobs =
                MultiGauge.builder("dapple.jobs").description("Jobs by phase").register(registry);
    }

    /** Asks the database; while it is away, there are no such figures. */
    public void refresh() {
        try {
            Map<Phase, Long> counts = store.countByPhase();
            jobs.register(
                    List.of(Phase.values()).stream()
                            .<Row<?>>map(
                                    phase -> Row.of(Tags.of("phase", phase.toString()), counts.getOrDefault(phase, 0L)))
                            .toList(),
                    true);
        } catch (ServiceFault away) {
            jobs.register(List.of(), true);
        }
    }
}
