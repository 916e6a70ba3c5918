package org.dapple.embedded.postgres;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One call of a program, away from the caller's folder (which another account may not be able to enter). */
record Command(List<String> words) {

    /** What a finished program left: its exit code, and output and errors together. */
    record Result(List<String> words, int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }

        String outputOrThrow() {
            if (!succeeded()) {
                throw new PostgresException(
                        "%s ended with exit code %d:%n%s".formatted(words.get(0), exitCode, output.strip()));
            }
            return output;
        }
    }

    static Command of(Path program, String... arguments) {
        var words = new ArrayList<String>();
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return new Command(List.copyOf(words));
    }

    Result run() {
        try {
            var process = builder().redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            return new Result(words, process.waitFor(), output);
        } catch (IOException e) {
            throw new PostgresException("Cannot run " + words.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while running " + words.get(0), e);
        }
    }

    /** The process to be started, with messages in English and without the caller's PG* variables. */
    ProcessBuilder builder() {
        var builder = new ProcessBuilder(words).directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
