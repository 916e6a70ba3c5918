package org.dapple.standalone.state;

import java.util.Map;
import java.util.Properties;

/**
 * How far the demonstration survey has come.
 *
 * @param wanted number of DIDs that were asked for
 * @param loaded number of DIDs that are certainly there
 */
public record DemoState(int wanted, int loaded) {

    static DemoState from(Properties properties) {
        return new DemoState(
                Integer.parseInt(properties.getProperty("wanted")), Integer.parseInt(properties.getProperty("loaded")));
    }

    Map<String, String> toMap() {
        return Map.of("wanted", Integer.toString(wanted), "loaded", Integer.toString(loaded));
    }
}
