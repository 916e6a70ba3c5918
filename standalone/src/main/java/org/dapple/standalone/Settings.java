package org.dapple.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.dapple.standalone.state.Problem;
import org.dapple.standalone.state.StateFolder;

/**
 * What the environment says.
 *
 * @param state DAPPLE_HOME, by default {@code .dapple} in the working folder
 * @param port DAPPLE_PORT, by default 8080; 0 for any free one
 */
record Settings(StateFolder state, int port) {

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65535;

    static Settings from(Map<String, String> environment) {
        var home = environment.getOrDefault("DAPPLE_HOME", "");
        return new Settings(new StateFolder(Path.of(home.isBlank() ? ".dapple" : home)), port(environment));
    }

    private static int port(Map<String, String> environment) {
        var text = environment.getOrDefault("DAPPLE_PORT", "");
        if (text.isBlank()) {
            return DEFAULT_PORT;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new Problem("DAPPLE_PORT is '%s'; expected a port number from 1 to %d".formatted(text, HIGHEST_PORT));
        }
        return Integer.parseInt(text);
    }
}
