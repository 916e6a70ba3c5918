package org.dapple.standalone;

import org.dapple.standalone.server.Services;
import org.dapple.standalone.state.RunningServer;

/** Where clients on this machine reach a server. */
record BaseUrl(String text) {

    static BaseUrl of(RunningServer server) {
        return new BaseUrl("http://localhost:" + server.port());
    }

    String tap() {
        return text + Services.TAP;
    }
}
