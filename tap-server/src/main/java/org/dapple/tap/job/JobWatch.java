package org.dapple.tap.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Those who wait for a change of a job, without a thread of their own. */
public final class JobWatch {

    private final Map<String, Set<Waiter>> waiting = new ConcurrentHashMap<>();

    /** One who waits; compared by identity. */
    private static final class Waiter {
        private final Runnable wake;

        Waiter(Runnable wake) {
            this.wake = wake;
        }
    }

    /**
     * Runs something at each change of a job, on a thread that must not be kept.
     *
     * @return what ends that
     */
    Runnable onChange(String jobId, Runnable wake) {
        Waiter waiter = new Waiter(wake);
        waiting.compute(jobId, (id, others) -> {
            Set<Waiter> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(waiter);
            return all;
        });
        return () -> forget(jobId, waiter);
    }

    void changed(String jobId) {
        List.copyOf(waiting.getOrDefault(jobId, Set.of())).forEach(waiter -> waiter.wake.run());
    }

    /** Any job may have changed. */
    void allChanged() {
        List.copyOf(waiting.keySet()).forEach(this::changed);
    }

    private void forget(String jobId, Waiter waiter) {
        waiting.computeIfPresent(jobId, (id, all) -> {
            all.remove(waiter);
            return all.isEmpty() ? null : all;
        });
    }
}
