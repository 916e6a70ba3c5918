package org.dapple.embedded.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the PostgreSQL installations of this machine. */
final class Installations {

    /** Folders of versions, and where the programs are within a version. */
    private static final List<String[]> PLACES = List.of(
            new String[] {"/usr/lib/postgresql", "*", "bin"},
            new String[] {"/usr", "pgsql-*", "bin"},
            new String[] {"/opt/homebrew/opt", "postgresql@*", "bin"},
            new String[] {"/usr/local/opt", "postgresql@*", "bin"},
            new String[] {"/Applications/Postgres.app/Contents/Versions", "*", "bin"},
            new String[] {"/usr/local", "pgsql", "bin"});

    private final List<Installation> found;

    private Installations(List<Installation> found) {
        this.found = found;
    }

    /** Those in DAPPLE_PG_BIN when it is set, else those in the usual places and of pg_config on the PATH. */
    static Installations onThisMachine() {
        var chosen = System.getenv("DAPPLE_PG_BIN");
        var folders = chosen == null || chosen.isBlank() ? usualFolders() : Set.of(Path.of(chosen));
        return new Installations(folders.stream()
                .filter(Installation::isIn)
                .map(Installation::read)
                .toList());
    }

    /** The newest supported one with pgSphere. */
    Installation newest() {
        return usable().max(Comparator.comparing(Installation::version)).orElseThrow(this::missing);
    }

    /** One that can read data directories of a major version. */
    Installation ofMajor(int major) {
        return usable().filter(installation -> installation.version().major() == major)
                .findFirst()
                .orElseThrow(() -> new PostgresException(
                        ("The data were made by PostgreSQL %d, which is not on this machine with pgSphere any more."
                                        + " Install it again (Debian, Ubuntu: apt-get install postgresql-%d postgresql-%d-pgsphere).")
                                .formatted(major, major, major)));
    }

    private Stream<Installation> usable() {
        return found.stream()
                .filter(Installation::hasPgSphere)
                .filter(one -> one.version().isSupported());
    }

    private PostgresException missing() {
        return new PostgresException(("No PostgreSQL %d to %d with pgSphere on this machine (%s). Debian, Ubuntu:"
                        + " apt-get install postgresql-15 postgresql-15-pgsphere (or the version your release has);"
                        + " elsewhere install both and set DAPPLE_PG_BIN to the folder of pg_ctl.")
                .formatted(ServerVersion.OLDEST_MAJOR, ServerVersion.NEWEST_MAJOR, describe()));
    }

    private String describe() {
        if (found.isEmpty()) {
            return "no PostgreSQL server was found";
        }
        return String.join(
                "; ",
                found.stream()
                        .map(one -> "%s in %s %s pgSphere"
                                .formatted(one.version(), one.programs(), one.hasPgSphere() ? "with" : "without"))
                        .toList());
    }

    private static Set<Path> usualFolders() {
        var folders = new LinkedHashSet<Path>();
        PLACES.forEach(place -> folders.addAll(matching(Path.of(place[0]), place[1], place[2])));
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "pg_config"))
                .filter(Files::isExecutable)
                .map(program -> Command.of(program, "--bindir").run())
                .filter(Command.Result::succeeded)
                .forEach(answer -> folders.add(Path.of(answer.output().strip())));
        return folders;
    }

    private static List<Path> matching(Path parent, String pattern, String child) {
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(parent, pattern)) {
                versions.forEach(version -> folders.add(version.resolve(child)));
            } catch (IOException e) {
                throw new PostgresException("Cannot look for PostgreSQL in " + parent, e);
            }
        }
        return folders;
    }
}
