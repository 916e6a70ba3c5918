package org.dapple.embedded.tomcat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.util.Optional;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The client of one request, for whoever wants to know while it is answered whether it is still there. */
final class ClientChannel implements Channel {

    private final WatchedProtocol protocol;
    private final String address;
    private final int port;
    private Optional<SocketWrapperBase<NioChannel>> connection;
    private boolean released;

    ClientChannel(WatchedProtocol protocol, String address, int port) {
        this.protocol = protocol;
        this.address = address;
        this.port = port;
    }

    /**
     * Whether the client listens. The bytes of a next request, which tell that it does, stay where they are. To be asked
     * when the request has been read: Tomcat reads from the connection too.
     */
    @Override
    public synchronized boolean isOpen() {
        return released || connection().filter(ClientChannel::isListening).isPresent();
    }

    /** Breaks the answer off: a thread that waits for the client to take more of it fails at once. */
    @Override
    public synchronized void close() throws IOException {
        Optional<SocketWrapperBase<NioChannel>> open = released ? Optional.empty() : connection();
        if (open.isPresent()) {
            open.get().getSocket().getIOChannel().shutdownOutput();
        }
    }

    /** The request is answered: from now on the connection is Tomcat's alone. */
    synchronized void release() {
        released = true;
    }

    /** Looked for when it is first asked for: most requests are answered before anybody does. */
    private Optional<SocketWrapperBase<NioChannel>> connection() {
        if (connection == null) {
            connection = protocol.connection(address, port);
        }
        return connection;
    }

    private static boolean isListening(SocketWrapperBase<NioChannel> connection) {
        ByteBuffer next = ByteBuffer.allocate(1);
        try {
            if (connection.read(false, next) > 0) {
                connection.unRead(next.flip());
            }
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
