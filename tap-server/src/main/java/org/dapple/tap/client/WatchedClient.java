package org.dapple.tap.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.dapple.tap.db.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client while its query is answered; watched until it is closed. */
public final class WatchedClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedClient.class);

    /** Time in which a client that reads at all has made room for much more than the buffers on the way to it hold. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private final Optional<Channel> channel;
    private final Consumer<WatchedClient> leave;
    private final Cancellation departure = new Cancellation();
    private final SendingTime sending = new SendingTime();
    private volatile boolean sentAway;

    WatchedClient(Optional<Channel> channel, Consumer<WatchedClient> leave) {
        this.channel = channel;
        this.leave = leave;
    }

    /** What stops the query when the client has left. */
    public Cancellation departure() {
        return departure;
    }

    /** The stream of the answer, seen to be taken quickly or slowly. */
    public OutputStream watched(OutputStream answer) {
        return new TimedOutput(answer, sending);
    }

    /** Cancels the query of a client that has left, once more when a first request came between two statements. */
    void look() {
        if (channel.isPresent() && !channel.get().isOpen()) {
            departure.cancel();
        }
    }

    /** Whether its connection to the database waits for it more than it waits for the database. */
    boolean isSlow() {
        return !sentAway && sending.isMostOfTheTime() && sending.total() >= SLOW.toNanos();
    }

    /** How long it has let its connection to the database wait, in nanoseconds. */
    long delay() {
        return sending.total();
    }

    /**
     * Breaks its answer off; the thread that writes it fails and gives the connection back. Where that thread cannot be
     * reached, it loses the connection, and fails when its client has taken what it was sent.
     */
    void sendAway() {
        sentAway = true;
        try {
            if (channel.isPresent()) {
                channel.get().close();
            } else {
                departure.dispossess();
            }
            LOG.info(
                    "an answer was broken off after {} s, since its client takes it slowly and others wait",
                    Duration.ofNanos(sending.total()).toSeconds());
        } catch (IOException e) {
            LOG.debug("a slow client has left by itself", e);
        }
    }

    @Override
    public void close() {
        leave.accept(this);
    }
}
