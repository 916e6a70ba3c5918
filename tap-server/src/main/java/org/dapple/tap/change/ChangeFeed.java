package org.dapple.tap.change;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.change.db.ChangePage;
import org.dapple.tap.change.db.ChangeStore;
import org.dapple.tap.change.db.Cursor;

/** Gives out changes, and keeps those who wait for new ones without a thread of their own. */
public final class ChangeFeed {

    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final ChangeStore store;
    private final int maxClients;
    private final Semaphore room;
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

    /** One who waits; compared by identity. */
    private static final class Waiter {
        private final Runnable wake;

        Waiter(Runnable wake) {
            this.wake = wake;
        }
    }

    /** @param maxClients how many may wait at a time */
    public ChangeFeed(ChangeStore store, int maxClients) {
        this.store = store;
        this.maxClients = maxClients;
        this.room = new Semaphore(maxClients);
    }

    /**
     * Where a client begins.
     *
     * @param since a cursor, {@code now}, or nothing for the oldest change that is kept
     * @throws ServiceFault when it is none of these
     */
    public Cursor cursor(Optional<String> since) {
        if (since.isEmpty()) {
            return Cursor.START;
        }
        return since.get().strip().equalsIgnoreCase("now") ? store.end() : Cursor.parse(since.get());
    }

    /** The changes after a cursor, at most so many; never waits. */
    public ChangePage page(Cursor after, int limit) {
        return store.page(after, limit);
    }

    /**
     * Takes the place of a client that wants to wait.
     *
     * @return what gives the place back, any number of times
     * @throws ServiceFault OVERLOADED when there is none
     */
    public Runnable enter() {
        if (!room.tryAcquire()) {
            throw ServiceFault.overloaded(
                    "%d clients wait for changes already. Ask again later, or without waiting.".formatted(maxClients),
                    COME_BACK);
        }
        AtomicBoolean inside = new AtomicBoolean(true);
        return () -> {
            if (inside.getAndSet(false)) {
                room.release();
            }
        };
    }

    /**
     * Runs something when the feed has become longer, on a thread that must not be kept.
     *
     * @return what ends that
     */
    public Runnable onChange(Runnable wake) {
        Waiter waiter = new Waiter(wake);
        waiting.add(waiter);
        return () -> waiting.remove(waiter);
    }

    boolean isWaitedFor() {
        return !waiting.isEmpty();
    }

    void changed() {
        waiting.forEach(waiter -> waiter.wake.run());
    }
}
