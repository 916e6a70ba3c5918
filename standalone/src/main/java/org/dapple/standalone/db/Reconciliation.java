package org.dapple.standalone.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.dapple.dbinit.sync.GoneDids;
import org.dapple.dbinit.sync.RucioCatalogue;
import org.dapple.dbinit.sync.RucioUnclearException;
import org.dapple.standalone.state.Problem;

/** Compares rucio.dids with what Rucio has. Whenever Rucio is unclear, nothing at all is done. */
public final class Reconciliation implements AutoCloseable {

    private static final long MOST = 10;

    private final Connection connection;
    private final GoneDids gone;

    /** @param remarks hears of what is left alone */
    public Reconciliation(DatabaseAccess owner, RucioCatalogue rucio, Consumer<String> remarks) {
        this.connection = owner.connect();
        this.gone = new GoneDids(connection, rucio, remarks);
    }

    /**
     * The DIDs of which Rucio says clearly that they do not exist.
     *
     * @param force also when they are more than a tenth of all
     * @throws Problem when they are, or when Rucio is unclear about any
     */
    public List<GoneDids.Name> gone(boolean force) {
        try {
            GoneDids.Unlisted found = gone.unlisted();
            if (!force && found.unlisted().size() * MOST > found.dids()) {
                throw new Problem(
                        ("Rucio does not list %d of %d DIDs, such as %s. That is more than a tenth, so nothing is done;"
                                        + " if it is right: --force")
                                .formatted(
                                        found.unlisted().size(),
                                        found.dids(),
                                        found.unlisted().get(0)));
            }
            return gone.confirmed(found.unlisted());
        } catch (RucioUnclearException e) {
            throw new Problem("Nothing is done: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new Problem("Nothing is done: " + e.getMessage(), e);
        }
    }

    /** Takes DIDs out of rucio.dids and keeps them in ivoa.dids_gone; how many there were. */
    public long putAway(List<GoneDids.Name> dids) {
        try {
            return gone.putAway(dids);
        } catch (SQLException e) {
            throw new Problem("Cannot put away all of these DIDs: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new Problem("The database did not say goodbye: " + e.getMessage(), e);
        }
    }
}
