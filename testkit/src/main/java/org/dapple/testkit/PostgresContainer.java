package org.dapple.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.dapple.embedded.postgres.ClusterAddress;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL with pgSphere in a container, which Testcontainers removes after this process. */
final class PostgresContainer {

    private static final String VERSION = "15";

    private PostgresContainer() {}

    static ClusterAddress start() {
        var container = new PostgreSQLContainer(image());
        container.withUsername("dapple").withDatabaseName("postgres").withCommand("postgres", "-c", "fsync=off");
        container.start();
        var address = new ClusterAddress(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
        addPgSphere(address);
        return address;
    }

    private static DockerImageName image() {
        var name = new ImageFromDockerfile("dapple-test-postgres:" + VERSION, false)
                .withDockerfileFromBuilder(file -> file.from("postgres:" + VERSION)
                        .run("apt-get update && apt-get install -y postgresql-%s-pgsphere".formatted(VERSION))
                        .build())
                .get();
        return DockerImageName.parse(name).asCompatibleSubstituteFor("postgres");
    }

    /** In template1, so that every database made later has it. */
    private static void addPgSphere(ClusterAddress address) {
        try (var connection =
                        DriverManager.getConnection(address.jdbcUrl("template1"), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_sphere");
        } catch (SQLException e) {
            throw new IllegalStateException("No pgSphere in the container: " + e.getMessage(), e);
        }
    }
}
