package io.tickmark.extraction;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program of a child process: takes the names of files on its standard input, reads them one after the other, and
 * answers each on its standard output as the length and the bytes of an {@link Extraction} in JSON. It ends when its
 * input does, also in the middle of a document: then the application is gone.
 */
final class ReaderMain {

    static final int READY = 0x5449434b;

    private static final JsonMapper JSON = new JsonMapper();

    private ReaderMain() {}

    private record Asked(Path file, String name) {}

    static List<String> arguments(ReadingLimits limits) {
        return List.of(
                String.valueOf(limits.depth()), String.valueOf(limits.ratio()), String.valueOf(limits.characters()));
    }

    /** @param arguments those of {@link #arguments} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // what a parser prints must not stand among the answers
        System.setOut(System.err);
        NoNetwork.install();
        DocumentReader reader = new DocumentReader(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
        Thread listener = new Thread(() -> listen(asked), "listener");
        listener.setDaemon(true);
        listener.start();
        answers.writeInt(READY);
        answers.flush();
        while (true) {
            Asked next = asked.take();
            byte[] answer = JSON.writeValueAsBytes(reader.read(next.file(), next.name()));
            answers.writeInt(answer.length);
            answers.write(answer);
            answers.flush();
        }
    }

    private static void listen(BlockingQueue<Asked> asked) {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                asked.add(new Asked(Path.of(in.readUTF()), in.readUTF()));
            }
        } catch (EOFException ended) {
            Runtime.getRuntime().halt(0);
        } catch (IOException broken) {
            Runtime.getRuntime().halt(1);
        }
    }
}
