package org.dapple.dbinit.sync;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds the DIDs of {@code rucio.dids} that Rucio has no more, and puts them away. A list of Rucio's tells whom to ask
 * about, and only a clear "no" about that DID counts; a scope of which Rucio lists nothing is left alone.
 */
public final class GoneDids {

    private static final int AT_A_TIME = 1000;

    private final Connection connection;
    private final RucioCatalogue rucio;
    private final Consumer<String> remarks;

    /** One DID. */
    public record Name(String scope, String name) {
        @Override
        public String toString() {
            return scope + ":" + name;
        }
    }

    /**
     * What was found.
     *
     * @param dids how many were looked at
     * @param unlisted those that Rucio does not list
     */
    public record Unlisted(long dids, List<Name> unlisted) {
        public Unlisted {
            unlisted = List.copyOf(unlisted);
        }
    }

    /**
     * @param connection in auto-commit mode
     * @param remarks hears of scopes that are left alone
     */
    public GoneDids(Connection connection, RucioCatalogue rucio, Consumer<String> remarks) {
        this.connection = connection;
        this.rucio = rucio;
        this.remarks = remarks;
    }

    /** The DIDs that Rucio does not list. */
    public Unlisted unlisted() throws SQLException {
        run("CREATE TEMPORARY TABLE IF NOT EXISTS listed (name text)");
        List<Name> unlisted = new ArrayList<>();
        long dids = 0;
        for (Map.Entry<String, Long> scope : scopes().entrySet()) {
            dids += scope.getValue();
            if (list(scope.getKey()) == 0) {
                remarks.accept("Rucio lists nothing in scope %s, where %d DIDs have metadata; they are left alone"
                        .formatted(scope.getKey(), scope.getValue()));
            } else {
                addUnlisted(scope.getKey(), unlisted);
            }
        }
        return new Unlisted(dids, unlisted);
    }

    /** Those of which Rucio says that there is no such DID. */
    public List<Name> confirmed(List<Name> unlisted) {
        return unlisted.stream()
                .filter(did -> !rucio.exists(did.scope(), did.name()))
                .toList();
    }

    /** Takes DIDs out of rucio.dids and ivoa and keeps their metadata in ivoa.dids_gone; how many there were. */
    public long putAway(List<Name> gone) throws SQLException {
        long count = 0;
        for (int from = 0; from < gone.size(); from += AT_A_TIME) {
            List<Name> part = gone.subList(from, Math.min(gone.size(), from + AT_A_TIME));
            try (PreparedStatement statement = connection.prepareStatement("SELECT ivoa.put_away_dids(?, ?)")) {
                statement.setArray(1, texts(part.stream().map(Name::scope).toList()));
                statement.setArray(2, texts(part.stream().map(Name::name).toList()));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    count += row.getLong(1);
                }
            }
        }
        return count;
    }

    private Map<String, Long> scopes() throws SQLException {
        Map<String, Long> scopes = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT scope, count(*) FROM rucio.dids GROUP BY scope")) {
            while (row.next()) {
                scopes.put(row.getString(1), row.getLong(2));
            }
        }
        return scopes;
    }

    /** Fills the temporary table; how many names there were. */
    private long list(String scope) throws SQLException {
        run("TRUNCATE listed");
        NameTable table = new NameTable();
        rucio.list(scope, table::add);
        return table.end();
    }

    private void addUnlisted(String scope, List<Name> unlisted) throws SQLException {
        run("ANALYZE listed");
        String sql = "SELECT d.name FROM rucio.dids AS d WHERE d.scope = ?"
                + " AND NOT EXISTS (SELECT FROM listed AS l WHERE l.name = d.name) ORDER BY d.name";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    unlisted.add(new Name(scope, row.getString(1)));
                }
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Array texts(List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** Names on their way into the temporary table. */
    private final class NameTable {
        private final List<String> waiting = new ArrayList<>();
        private long count;

        void add(String name) {
            waiting.add(name);
            count++;
            if (waiting.size() == 10 * AT_A_TIME) {
                try {
                    store();
                } catch (SQLException e) {
                    throw new IllegalStateException("Cannot keep the names that Rucio lists: " + e.getMessage(), e);
                }
            }
        }

        long end() throws SQLException {
            store();
            return count;
        }

        private void store() throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO listed SELECT unnest(?::text[])")) {
                statement.setArray(1, texts(waiting));
                statement.execute();
            }
            waiting.clear();
        }
    }
}
