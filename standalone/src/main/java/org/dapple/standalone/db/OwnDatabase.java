package org.dapple.standalone.db;

import java.util.Optional;

/** Somebody's own database: it is used, and neither started nor stopped. */
record OwnDatabase(DatabaseAccess access) implements DatabaseSource {

    static OwnDatabase at(String url) {
        return new OwnDatabase(DatabaseUrl.parse(url).access(System.getenv()));
    }

    @Override
    public DatabaseAccess start() {
        access.check();
        return access;
    }

    @Override
    public Optional<DatabaseAccess> running() {
        return Optional.of(access);
    }

    /** The owner may take on the role that queries run as, and no password of the site's roles is touched. */
    @Override
    public DatabaseAccess forServices(DatabaseAccess owner) {
        return owner;
    }

    @Override
    public String psql() {
        return "psql";
    }

    @Override
    public void stop() {
        // It is not ours to stop.
    }
}
