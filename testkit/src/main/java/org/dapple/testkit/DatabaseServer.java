package org.dapple.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dapple.embedded.postgres.ClusterAddress;
import org.dapple.embedded.postgres.PostgresException;
import org.dapple.embedded.postgres.PrivatePostgres;
import org.testcontainers.DockerClientFactory;

/** The PostgreSQL server of one test run, with a migrated template for every migration. */
final class DatabaseServer {

    private final ClusterAddress address;
    private final Map<String, String> templates = new HashMap<>();
    private final AtomicInteger databases = new AtomicInteger();

    private DatabaseServer(ClusterAddress address) {
        this.address = address;
    }

    /** A temporary cluster of the PostgreSQL on this machine, or a container where there is none; never no server. */
    static DatabaseServer start() {
        try {
            return new DatabaseServer(PrivatePostgres.startTemporary());
        } catch (PostgresException e) {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return new DatabaseServer(PostgresContainer.start());
            }
            throw e;
        }
    }

    ClusterAddress address() {
        return address;
    }

    String createDatabase(Migration migration) {
        var template = template(migration);
        var name = "test_" + databases.incrementAndGet();
        execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
        return name;
    }

    void dropDatabase(String name) {
        execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
    }

    private synchronized String template(Migration migration) {
        return templates.computeIfAbsent(MigrationName.of(migration), key -> {
            var name = "migrated_" + databases.incrementAndGet();
            execute("CREATE DATABASE " + name);
            migration.migrate(address.jdbcUrl(name), address.user(), address.password());
            return name;
        });
    }

    private void execute(String sql) {
        try (var connection =
                        DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }
}
