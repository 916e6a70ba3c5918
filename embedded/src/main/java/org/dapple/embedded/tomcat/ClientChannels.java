package org.dapple.embedded.tomcat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Gives each request the attribute {@value #ATTRIBUTE}, a {@link java.nio.channels.Channel} that stands for its client: it
 * is open as long as the client listens, and closing it breaks the answer off. While a request is being answered Tomcat
 * looks at its connection only when something is written; the servlet API has no way to ask.
 */
final class ClientChannels extends ValveBase {

    static final String ATTRIBUTE = "org.dapple.client";

    private final WatchedProtocol protocol;

    ClientChannels(WatchedProtocol protocol) {
        super(true);
        this.protocol = protocol;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ClientChannel client = new ClientChannel(protocol, request.getRemoteAddr(), request.getRemotePort());
        request.setAttribute(ATTRIBUTE, client);
        try {
            getNext().invoke(request, response);
        } finally {
            client.release();
        }
    }
}
