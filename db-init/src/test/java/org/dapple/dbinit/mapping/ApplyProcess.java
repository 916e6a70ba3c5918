package org.dapple.dbinit.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Properties;
import org.dapple.dbinit.mapping.file.Mapping;
import org.dapple.testkit.TestDatabase;

/** What ./dapple mapping apply does, in a process of its own, so that a test can kill it. */
final class ApplyProcess {

    /** How its session is called in pg_stat_activity. */
    static final String NAME = "mapping apply";

    static final String CHECKED = "checked";
    static final Duration NOTICE = Duration.ofMillis(200);

    private ApplyProcess() {}

    static Process start(TestDatabase database, String yaml) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplyProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        yaml)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        var properties = new Properties();
        properties.setProperty("user", arguments[1]);
        properties.setProperty("password", arguments[2]);
        properties.setProperty("ApplicationName", NAME);
        try (Connection connection = DriverManager.getConnection(arguments[0], properties)) {
            var store = new MappingStore(connection, NOTICE);
            Mapping mapping = store.check(arguments[3]);
            System.out.println(CHECKED);
            if (!store.diff(mapping).isEmpty()) {
                store.apply(mapping);
            }
            new Backfill(connection).run(Duration.ofSeconds(10), System.out::println);
        }
    }
}
