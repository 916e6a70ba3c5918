package org.dapple.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh PostgreSQL database for a test class, to be registered in a static field. It is a copy of a template that is
 * migrated once per test run, and is dropped after the class.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestDatabase.class);

    private final Migration migration;
    private DatabaseServer server;
    private String name;

    private TestDatabase(Migration migration) {
        this.migration = migration;
    }

    /** A database that a migration was applied to. */
    public static TestDatabase migratedBy(Migration migration) {
        return new TestDatabase(migration);
    }

    /** A database with nothing but pgSphere in it. */
    public static TestDatabase empty() {
        return new TestDatabase((jdbcUrl, user, password) -> {});
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(DatabaseServer.class, key -> DatabaseServer.start(), DatabaseServer.class);
        name = server.createDatabase(migration);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (name != null) {
            server.dropDatabase(name);
        }
    }

    /** The JDBC URL, without user and password. */
    public String jdbcUrl() {
        return server.address().jdbcUrl(name);
    }

    /** The superuser, who also ran the migration. */
    public String user() {
        return server.address().user();
    }

    /** The superuser's password. */
    public String password() {
        return server.address().password();
    }

    /** A new connection of the superuser; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    /**
     * A new connection of a role, as a service or Rucio would have it; the caller closes it. The role's privileges are
     * taken on after connecting, so it needs no password.
     */
    public Connection connectAs(String role) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("password", password());
        properties.setProperty("options", "-c role=" + role);
        return DriverManager.getConnection(jdbcUrl(), properties);
    }
}
