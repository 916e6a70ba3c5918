package org.dapple.tap.change.db;

import java.time.Duration;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.db.Notices;

/** Waits for new changes. For one thread. */
public final class ChangeNotices implements AutoCloseable {

    private final Notices notices;
    private final ChangeStore store;
    private Cursor seen = Cursor.START;

    /** @param notices of the channel on which changes are told */
    public ChangeNotices(Notices notices, ChangeStore store) {
        this.notices = notices;
        this.store = store;
    }

    /**
     * Waits to be notified or, since not every transaction notifies, for the time given; then looks.
     *
     * @return whether the feed may have become longer since the last call; true at the first
     * @throws ServiceFault when the database cannot be reached
     */
    public boolean await(Duration patience) {
        if (notices.isListening()) {
            boolean isTold = !notices.await(patience).isEmpty();
            return hasGrown() || isTold;
        }
        notices.listen();
        seen = store.end();
        return true;
    }

    private boolean hasGrown() {
        boolean grown = !store.page(seen, 1).isEnd();
        if (grown) {
            seen = store.end();
        }
        return grown;
    }

    @Override
    public void close() {
        notices.close();
    }
}
