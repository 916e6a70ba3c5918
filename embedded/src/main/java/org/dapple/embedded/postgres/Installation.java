package org.dapple.embedded.postgres;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The programs of one PostgreSQL on this machine.
 *
 * @param programs folder of initdb, pg_ctl and postgres
 * @param version its release
 * @param hasPgSphere whether the extension's files are installed for this version
 */
record Installation(Path programs, ServerVersion version, boolean hasPgSphere) {

    Path program(String name) {
        return programs.resolve(name);
    }

    static boolean isIn(Path programs) {
        return Files.isExecutable(programs.resolve("postgres"))
                && Files.isExecutable(programs.resolve("initdb"))
                && Files.isExecutable(programs.resolve("pg_ctl"));
    }

    /** Looks at the programs in a folder for which {@link #isIn} holds. */
    static Installation read(Path programs) {
        var version = ServerVersion.parse(
                Command.of(programs.resolve("postgres"), "--version").run().outputOrThrow());
        return new Installation(
                programs, version, Files.exists(sharedFiles(programs).resolve("extension/pg_sphere.control")));
    }

    /** Debian packages pg_config with the client programs, others with the developer files: without it, by convention. */
    private static Path sharedFiles(Path programs) {
        var pgConfig = programs.resolve("pg_config");
        if (Files.isExecutable(pgConfig)) {
            return Path.of(
                    Command.of(pgConfig, "--sharedir").run().outputOrThrow().strip());
        }
        return programs.resolveSibling("share").resolve("postgresql");
    }
}
