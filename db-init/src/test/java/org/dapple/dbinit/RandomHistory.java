package org.dapple.dbinit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dapple.testkit.TestDatabase;

/** What one of several writers does to rucio.dids: everything that Rucio's versions do, and what an operator may do. */
final class RandomHistory {

    private static final int NAMES = 400;

    /** The writers' own affair: they were in one another's way, a name was taken, or a number has no keys. */
    private static final Set<String> EXPECTED = Set.of("40P01", "23505", "22023");

    private final TestDatabase database;
    private final Random random;
    private Dids dids;
    private RandomDocuments documents;

    RandomHistory(TestDatabase database, long seed) {
        this.database = database;
        this.random = new Random(seed);
    }

    /** Returns after so many operations; whatever fails for another reason than other writers is thrown. */
    Void run(int operations) throws SQLException {
        try (Dids own = new Dids(database)) {
            dids = own;
            documents = new RandomDocuments(keys(), random);
            for (int done = 0; done < operations; ) {
                done += random.nextInt(20) == 0 ? transaction() : alone();
            }
        }
        return null;
    }

    /** Makes many DIDs visible: the last of a history may have removed what all of them need. */
    void end() throws SQLException {
        try (Dids own = new Dids(database)) {
            dids = own;
            documents = new RandomDocuments(keys(), random);
            putMany(0);
            putMany(100);
        }
    }

    private List<String> keys() throws SQLException {
        return List.of(dids.value(
                        "SELECT string_agg(attname, ',') FROM pg_attribute"
                                + " WHERE attrelid = 'ivoa.obscore'::regclass AND attnum > 0 AND attname NOT LIKE 's\\_region\\_%'")
                .split(",", -1));
    }

    private int alone() throws SQLException {
        tolerant(this::operation);
        return 1;
    }

    /** Some operations, part of which or all of which are undone. */
    private int transaction() throws SQLException {
        Connection rucio = dids.rucio();
        int size = 2 + random.nextInt(4);
        rucio.setAutoCommit(false);
        tolerant(() -> {
            operation();
            Savepoint savepoint = rucio.setSavepoint();
            for (int i = 1; i < size; i++) {
                operation();
            }
            switch (random.nextInt(3)) {
                case 0 -> rucio.rollback();
                case 1 -> rucio.rollback(savepoint);
                default -> {}
            }
            rucio.commit();
        });
        rucio.setAutoCommit(true);
        return size;
    }

    private interface Operation {
        void run() throws SQLException;
    }

    private void tolerant(Operation operation) throws SQLException {
        try {
            operation.run();
        } catch (SQLException e) {
            if (!EXPECTED.contains(e.getSQLState())) {
                throw e;
            }
            if (!dids.rucio().getAutoCommit()) {
                dids.rucio().rollback();
            }
        }
    }

    private void operation() throws SQLException {
        int kind = random.nextInt(1000);
        if (kind < 400) {
            dids.upsert(name(), documents.next().toString());
        } else if (kind < 650) {
            dids.upsert(name(), documents.nextVisible().toString());
        } else if (kind < 760) {
            dids.removeKey(
                    name(), List.of("calib_level", "obs_id", "s_region", "s_ra").get(random.nextInt(4)));
        } else if (kind < 840) {
            dids.delete(name());
        } else if (kind < 900) {
            dids.run("UPDATE dids SET name = ? WHERE name = ?", name(), name());
        } else if (kind < 980) {
            replace();
        } else {
            many(kind);
        }
    }

    private void replace() throws SQLException {
        String data = List.of("[1, 2]", "7", "null", "{}", "\"text\"").get(random.nextInt(5));
        dids.run(
                "INSERT INTO dids (scope, name, vo, data) VALUES ('test', ?, 'def', ?::jsonb)"
                        + " ON CONFLICT (scope, name) DO UPDATE SET data = nullif(EXCLUDED.data, 'null')",
                name(),
                data);
    }

    private void many(int kind) throws SQLException {
        if (kind < 992) {
            putMany(random.nextInt(NAMES));
        } else if (kind < 995) {
            dids.run(
                    "UPDATE dids SET data = data - ?",
                    List.of("target_name", "obs_id").get(random.nextInt(2)));
        } else if (kind < 997) {
            dids.run("DELETE FROM dids WHERE name LIKE ?", "n" + random.nextInt(10) + "%");
        } else {
            dids.upsert(
                    name(),
                    documents.nextWithPolygon(kind == 999 ? 100_000 : 400).toString());
        }
    }

    private void putMany(int first) throws SQLException {
        dids.run(
                "INSERT INTO dids (scope, name, vo, data) SELECT 'test', d ->> 'n', 'def', d -> 'd'"
                        + " FROM jsonb_array_elements(?::jsonb) AS d ORDER BY 2"
                        + " ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data",
                bulk(first));
    }

    /** Half of them with so little nonsense that most rows of some can be read as they are. */
    private String bulk(int first) {
        boolean sensible = random.nextBoolean();
        return IntStream.range(first, first + 100)
                .mapToObj(i -> "{\"n\": \"n%d\", \"d\": %s}"
                        .formatted(i, sensible ? documents.nextVisible(i % 25 == 0 ? 1 : 0) : documents.nextVisible()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String name() {
        return "n" + random.nextInt(NAMES);
    }
}
