package org.dapple.embedded.tomcat;

import java.util.Optional;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** HTTP/1.1 as Tomcat speaks it, which also finds the connection that a request came by. */
final class WatchedProtocol extends Http11NioProtocol {

    /** The open connection from an address and port; empty when it has been closed. */
    Optional<SocketWrapperBase<NioChannel>> connection(String remoteAddress, int remotePort) {
        return getEndpoint().getConnections().stream()
                .filter(one ->
                        one.getRemotePort() == remotePort && one.getRemoteAddr().equals(remoteAddress))
                .findFirst();
    }
}
