package io.tickmark.extraction;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;

/** Tries each way to the network, in a JVM of a reader, and says what came of it. */
public final class Reaching {

    private Reaching() {}

    /** @param arguments the port of a server on this machine that listens */
    public static void main(String[] arguments) throws Exception {
        NoNetwork.install();
        int port = Integer.parseInt(arguments[0]);
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        attempt(() -> URI.create("http://127.0.0.1:" + port + "/").toURL().openStream());
        attempt(() -> new Socket(here, port));
        attempt(() -> SocketChannel.open(new InetSocketAddress(here, port)));
        attempt(() -> {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(new byte[1], 1, here, port));
                return socket;
            }
        });
        attempt(() -> InetAddress.getByName("localhost.example"));
    }

    private static void attempt(Callable<?> way) {
        try {
            System.out.println("reached " + way.call());
        } catch (Exception | Error refused) {
            System.out.println("refused " + refused.getClass().getSimpleName());
        }
    }
}
