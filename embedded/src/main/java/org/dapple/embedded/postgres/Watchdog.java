package org.dapple.embedded.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small shell process that stops a cluster and removes its folder when this process ends, even when it is killed: it
 * waits at the end of a pipe that the system closes then.
 */
final class Watchdog {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            cat > /dev/null
            folder=$1; shift
            "$@" > /dev/null 2>&1
            rm -rf "$(readlink -f "$folder/data")" "$folder"
            """;

    private Watchdog() {}

    static void stopWithThisProcess(Postmaster postmaster, Path folder) throws IOException {
        var stop = postmaster.stopNow();
        var words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "watchdog", folder.toString()));
        words.addAll(stop.words());
        new Command(words)
                .builder()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
