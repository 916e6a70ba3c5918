package org.dapple.standalone.db;

import java.util.Optional;
import org.dapple.standalone.state.StateFolder;

/** Where the database comes from. */
public sealed interface DatabaseSource permits PrivateDatabase, OwnDatabase {

    /** Somebody's own database when one was given with {@code --database}, else the private one of the state folder. */
    static DatabaseSource of(StateFolder state) {
        return state.databaseUrl().map(DatabaseSource::at).orElseGet(() -> new PrivateDatabase(state.postgres()));
    }

    /**
     * Somebody's own database.
     *
     * @param url as libpq or JDBC writes it
     * @throws org.dapple.standalone.state.Problem when it is no such URL
     */
    static DatabaseSource at(String url) {
        return OwnDatabase.at(url);
    }

    /** Starts what has to be started, makes what has to be made, and gives access as the owner. */
    DatabaseAccess start();

    /** Access as the owner, when the database is up. */
    Optional<DatabaseAccess> running();

    /** Access for the services, after the migration. */
    DatabaseAccess forServices(DatabaseAccess owner);

    /** The psql that fits. */
    String psql();

    /** Stops what {@link #start()} started. */
    void stop();
}
