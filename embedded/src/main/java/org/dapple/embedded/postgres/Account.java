package org.dapple.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The account that the server programs run as: PostgreSQL refuses root, so root lends them another one. */
sealed interface Account {

    /** The same program, run as this account. */
    Command run(Path program, String... arguments);

    /** Makes a file or folder this account's own. */
    void own(Path path);

    /** Whether this account can reach a folder and write into it. */
    default boolean canUse(Path folder) {
        return run(Path.of("/usr/bin/env"), "test", "-w", folder.toString(), "-a", "-x", folder.toString())
                .run()
                .succeeded();
    }

    static Account forServer() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Invoker();
        }
        return Stream.of("postgres", "nobody")
                .filter(Account::exists)
                .findFirst()
                .<Account>map(Lent::new)
                .orElseThrow(
                        () -> new PostgresException(
                                "PostgreSQL does not run as root, and there is no user 'postgres': make one (useradd --system postgres)"));
    }

    private static boolean exists(String user) {
        return Command.of(Path.of("/usr/bin/env"), "id", user).run().succeeded();
    }

    /** Whoever started this process. */
    record Invoker() implements Account {

        @Override
        public Command run(Path program, String... arguments) {
            return Command.of(program, arguments);
        }

        @Override
        public void own(Path path) {
            // What the invoker makes is already the invoker's.
        }
    }

    /** Another account, used by root. */
    record Lent(String user) implements Account {

        @Override
        public Command run(Path program, String... arguments) {
            var call = Command.of(program, arguments).words();
            var words = new ArrayList<String>();
            var runuser = installed("runuser");
            if (runuser.isPresent()) {
                words.addAll(List.of(runuser.get(), "-u", user, "--"));
                words.addAll(call);
            } else {
                words.addAll(List.of("su", user, "-s", "/bin/sh", "-c", quoted(call)));
            }
            return new Command(List.copyOf(words));
        }

        @Override
        public void own(Path path) {
            try {
                var owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
                Files.setOwner(path, owner);
            } catch (IOException e) {
                throw new PostgresException("Cannot give %s to the user %s".formatted(path, user), e);
            }
        }

        /** Looked for beside the PATH, on which root has no sbin after a plain su. */
        private static Optional<String> installed(String program) {
            return Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin")
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst();
        }

        private static String quoted(List<String> words) {
            return String.join(
                    " ",
                    words.stream()
                            .map(word -> "'" + word.replace("'", "'\\''") + "'")
                            .toList());
        }
    }
}
