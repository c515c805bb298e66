package io.tickmark.extraction;

import io.tickmark.extraction.MalwareScanner.Scan.Result;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends documents to a clamd (INSTREAM: chunks with their lengths, the last of them empty). */
final class Clamd implements MalwareScanner {

    private static final int CONNECT_MILLIS = 3000;
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;

    private final ClamdAddress address;

    Clamd(ClamdAddress address) {
        this.address = address;
    }

    @Override
    public boolean isThere() {
        String host = address.host();
        return host != null && !host.isBlank();
    }

    @Override
    public Scan scan(InputStream bytes) {
        String host = address.host();
        if (host == null || host.isBlank()) {
            return new Scan(Result.NOT_SCANNED, "No scanner for malware is configured.");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, address.port()), CONNECT_MILLIS);
            socket.setSoTimeout((int) address.timeout().toMillis());
            boolean whole = send(bytes, socket);
            String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            return judge(answer.replace("\0", "").strip(), whole);
        } catch (IOException away) {
            return new Scan(Result.NOT_SCANNED, "The scanner for malware does not answer.");
        }
    }

    /** False when it stopped listening: it has said why, or is about to. */
    private static boolean send(InputStream bytes, Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK + 8));
        byte[] chunk = new byte[CHUNK];
        int read;
        out.writeBytes("zINSTREAM\0");
        while ((read = bytes.readNBytes(chunk, 0, CHUNK)) > 0) {
            try {
                out.writeInt(read);
                out.write(chunk, 0, read);
                out.flush();
            } catch (IOException closed) {
                return false;
            }
        }
        try {
            out.writeInt(0);
            out.flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static Scan judge(String answer, boolean whole) {
        if (answer.endsWith(" FOUND")) {
            String name =
                    answer.substring(0, answer.length() - " FOUND".length()).replaceFirst("^stream: ", "");
            return new Scan(Result.FOUND, name);
        }
        if (whole && answer.equals("stream: OK")) {
            return new Scan(Result.CLEAN, "");
        }
        return answer.contains("size limit")
                ? new Scan(Result.NOT_SCANNED, "It is larger than the scanner for malware takes.")
                : new Scan(Result.NOT_SCANNED, "The scanner for malware could not scan it.");
    }
}
