package org.dapple.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is remembered of a cluster in the state folder: {@code password} and {@code port}, which belong to the invoker,
 * and {@code data}, which belongs to the server's account: a folder, or a link to one elsewhere when that account cannot
 * reach the state folder.
 */
record ClusterFolder(Path folder) {

    private static final Path SYSTEM_STATE = Path.of("/var/lib/dapple");
    private static final int PASSWORD_BYTES = 24;

    static ClusterFolder in(Path folder) {
        return new ClusterFolder(folder.toAbsolutePath().normalize());
    }

    /** The data directory with links resolved, when initdb has filled it. */
    Optional<Path> data() {
        var data = folder.resolve("data");
        try {
            return Files.exists(data.resolve("PG_VERSION")) ? Optional.of(data.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            throw new PostgresException("Cannot read " + data, e);
        }
    }

    /** The major version that made the data directory. */
    int majorOf(Path data) {
        return ServerVersion.parse(read(data.resolve("PG_VERSION"))).major();
    }

    /** An empty folder that the account can use; it becomes the data directory by {@link #adopt}. */
    Path prepareData(Account account) {
        try {
            Files.createDirectories(folder);
            var data = folder.resolve("data.new");
            Folders.delete(data);
            Files.createDirectory(data, readableBy("rwx------"));
            account.own(data);
            if (account.canUse(data)) {
                return data;
            }
            Files.delete(data);
            return elsewhere(account);
        } catch (IOException e) {
            throw new PostgresException("Cannot prepare a data directory in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Makes a filled folder the data directory: an interrupted initdb never looks like a cluster. */
    Path adopt(Path filled) {
        var data = folder.resolve("data");
        try {
            Folders.delete(data);
            if (filled.startsWith(folder)) {
                Files.move(filled, data);
            } else {
                Files.createSymbolicLink(data, filled);
            }
            return data.toRealPath();
        } catch (IOException e) {
            throw new PostgresException("Cannot make " + filled + " the data directory: " + e.getMessage(), e);
        }
    }

    private static Path elsewhere(Account account) throws IOException {
        if (Files.isWritable(SYSTEM_STATE.getParent())) {
            Files.createDirectories(SYSTEM_STATE);
            var data = ownedBy(account, Files.createTempDirectory(SYSTEM_STATE, "postgres-"));
            if (account.canUse(data)) {
                return data;
            }
            Files.delete(data);
        }
        return ownedBy(account, Files.createTempDirectory("dapple-postgres-"));
    }

    private static Path ownedBy(Account account, Path data) {
        account.own(data);
        return data;
    }

    /** The superuser's password, chosen at random the first time. */
    String password() {
        var file = folder.resolve("password");
        if (!Files.exists(file)) {
            var random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            write(file, HexFormat.of().formatHex(random));
        }
        return read(file);
    }

    Optional<Integer> port() {
        var file = folder.resolve("port");
        return Files.exists(file) ? Optional.of(Integer.valueOf(read(file))) : Optional.empty();
    }

    void remember(int port) {
        write(folder.resolve("port"), Integer.toString(port));
    }

    static FileAttribute<?> readableBy(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new PostgresException("Cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(file, readableBy("rw-------"));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new PostgresException("Cannot write " + file, e);
        }
    }
}
