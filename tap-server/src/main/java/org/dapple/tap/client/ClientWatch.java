package org.dapple.tap.client;

import java.nio.channels.Channel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dapple.tap.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that looks after those who are being answered. Who has left needs no answer: the query is cancelled. Who
 * reads more slowly than the database gives holds a connection that others could use: as long as nobody waits for one that
 * is well, but when somebody does, the slowest answers are broken off until only a number of them is left.
 */
public final class ClientWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClientWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Database database;
    private final int spared;
    private final Set<WatchedClient> clients = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "dapple-clients");
    private volatile boolean ended;

    /** @param spared slow clients that may stay however many others wait */
    public ClientWatch(Database database, int spared) {
        this.database = database;
        this.spared = spared;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * Watches a client until what is returned is closed.
     *
     * @param channel open as long as the client is there, and broken off by closing it; empty on a Tomcat that has none
     */
    public WatchedClient watch(Optional<Channel> channel) {
        WatchedClient client = new WatchedClient(channel, clients::remove);
        clients.add(client);
        return client;
    }

    private void run() {
        while (!ended) {
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                clients.forEach(WatchedClient::look);
                makeRoom();
            } catch (InterruptedException e) {
                ended = true;
            } catch (RuntimeException e) {
                LOG.warn("clients could not be looked after", e);
            }
        }
    }

    private void makeRoom() {
        int waiting = database.waitingQueries();
        if (waiting > 0) {
            List<SlowClient> slow = clients.stream()
                    .filter(WatchedClient::isSlow)
                    .map(client -> new SlowClient(client, client.delay()))
                    .sorted(Comparator.comparingLong(SlowClient::delay).reversed())
                    .toList();
            slow.stream()
                    .limit(Math.max(0, Math.min(waiting, slow.size() - spared)))
                    .forEach(one -> one.client().sendAway());
        }
    }

    /** With its delay when it was looked at, which grows while others are compared. */
    private record SlowClient(WatchedClient client, long delay) {}

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
