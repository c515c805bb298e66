package io.tickmark.extraction;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLStreamHandler;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the network away from a reader. A parser that follows a reference fails, whatever it is told by the file; so
 * does one that is made to open a socket by other means of the platform. The command line adds what cannot be done
 * here: {@link Selectors}, and a list of hosts that has none.
 */
final class NoNetwork {

    private static final Set<String> LOCAL = Set.of("file", "jar", "nested", "jrt", "resource");

    private NoNetwork() {}

    /** Once for each JVM. */
    @SuppressWarnings("deprecation") // the only way to take plain sockets away from code that is not ours
    static void install() throws IOException {
        // before the factories: their own set-up may need a name
        Socket.setSocketImplFactory(() -> {
            throw refused();
        });
        ServerSocket.setSocketFactory(() -> {
            throw refused();
        });
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw refused();
        });
        URL.setURLStreamHandlerFactory(NoNetwork::handler);
    }

    private static @Nullable URLStreamHandler handler(String protocol) {
        return LOCAL.contains(protocol) ? null : new Refusing();
    }

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("Readers of documents have no network");
    }

    private static final class Refusing extends URLStreamHandler {

        @Override
        protected java.net.URLConnection openConnection(URL address) throws IOException {
            throw new IOException("Readers of documents have no network");
        }
    }

    /** Named on the command line: it opens no channel. */
    public static final class Selectors extends SelectorProvider {

        /** For the JVM, which is told the class's name. */
        public Selectors() {}

        @Override
        public DatagramChannel openDatagramChannel() {
            throw refused();
        }

        @Override
        public DatagramChannel openDatagramChannel(ProtocolFamily family) {
            throw refused();
        }

        @Override
        public Pipe openPipe() {
            throw refused();
        }

        @Override
        public AbstractSelector openSelector() {
            throw refused();
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() {
            throw refused();
        }

        @Override
        public SocketChannel openSocketChannel() {
            throw refused();
        }
    }
}
