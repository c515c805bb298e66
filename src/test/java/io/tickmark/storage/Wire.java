package io.tickmark.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The network between a client and a server on this machine, to be cut, held up and forged. */
final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean silent;
    private volatile UnaryOperator<byte[]> forged = UnaryOperator.identity();

    Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        thread(this::accept);
    }

    String endpoint() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    /** Every connection ends once so many bytes have gone to the server; none is let in then, until {@link #mend}. */
    void cutAfter(long bytes) {
        untilCut.set(bytes);
    }

    void mend() {
        untilCut.set(Long.MAX_VALUE);
        silent = false;
        forged = UnaryOperator.identity();
        end();
    }

    /** Whoever asks gets no answer and no refusal. */
    void fallSilent() {
        silent = true;
    }

    /** Changes what the server answers, some bytes at a time. */
    void forge(UnaryOperator<byte[]> answers) {
        forged = answers;
    }

    private void accept() {
        try {
            while (true) {
                join(entrance.accept());
            }
        } catch (IOException closed) {
            end();
        }
    }

    private void join(Socket client) throws IOException {
        if (untilCut.get() <= 0) {
            client.close();
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            thread(() -> pump(client, server, true));
            thread(() -> pump(server, client, false));
        } catch (IOException nobodyListens) {
            client.close();
        }
    }

    private void pump(Socket from, Socket to, boolean upwards) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (upwards && untilCut.addAndGet(-read) <= 0) {
                    untilCut.set(0);
                    end();
                    return;
                }
                if (!silent) {
                    byte[] some = java.util.Arrays.copyOf(buffer, read);
                    out.write(upwards ? some : forged.apply(some));
                }
            }
        } catch (IOException broken) {
            // the other side sees it too
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void end() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException gone) {
                // that is what was wanted
            }
        });
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        end();
    }
}
