package io.tickmark.extraction;

import io.tickmark.extraction.Extraction.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One child process, which reads one document at a time. Not safe for two threads at once; {@link #watch} is. */
final class ReaderProcess {

    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final int OUT_OF_MEMORY = 3;
    private static final int MOST_DOCUMENTS = 1000;
    private static final int LONGEST_ANSWER = 64 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final ReadingLimits limits;
    private final ReadingFolder folder;
    private final Process process;
    private final DataOutputStream asking;
    private final DataInputStream answers;
    private volatile long deadline;
    private volatile @Nullable String killed;
    private long idleSince = System.nanoTime();
    private int documents;

    private ReaderProcess(ReadingLimits limits, ReadingFolder folder, Process process) {
        this.limits = limits;
        this.folder = folder;
        this.process = process;
        this.asking = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.deadline = System.nanoTime() + TO_START.toNanos();
    }

    /** Begins to start one; {@link #awaitReady} says when it is there. */
    static ReaderProcess start(ReadingLimits limits) throws IOException {
        ReadingFolder folder = ReadingFolder.create();
        try {
            Process process = new ProcessBuilder(ChildCommand.of(limits, folder.path()))
                    .directory(folder.path().toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            return new ReaderProcess(limits, folder, process);
        } catch (IOException | RuntimeException failure) {
            folder.remove();
            throw failure;
        }
    }

    void awaitReady() throws IOException {
        try {
            if (answers.readInt() != ReaderMain.READY) {
                throw new IOException("what was started is no reader");
            }
        } catch (IOException failure) {
            int code = exit(2);
            end();
            throw new IOException("The reader of documents does not start: it ended with " + code, failure);
        }
        deadline = 0;
    }

    /** Takes a copy, has it read, and removes it. When the reader does not survive this says so, and it is no use any more. */
    Extraction read(InputStream bytes, String name) throws IOException {
        Files.copy(bytes, folder.copy());
        documents++;
        deadline = System.nanoTime() + limits.timeLimit().toNanos();
        try {
            asking.writeUTF(folder.copy().toString());
            asking.writeUTF(name);
            asking.flush();
            int length = answers.readInt();
            if (length < 0 || length > LONGEST_ANSWER) {
                throw new IOException("no answer of a reader");
            }
            return JSON.readValue(answers.readNBytes(length), Extraction.class);
        } catch (IOException | JacksonException gone) {
            Extraction death = death();
            end();
            return death;
        } finally {
            deadline = 0;
            idleSince = System.nanoTime();
            folder.empty();
        }
    }

    private Extraction death() {
        String why = killed;
        if (why != null) {
            return Extraction.not(Outcome.TOO_MUCH, why, null);
        }
        // its own end, before it is ended: only that tells what it died of
        return exit(2) == OUT_OF_MEMORY
                ? Extraction.not(Outcome.TOO_MUCH, "Reading it takes more memory than a document may.", null)
                : Extraction.not(Outcome.DIED, "Its reader broke down over it.", null);
    }

    /** Ends it when the document at hand takes more than it may. Called again and again, by another thread. */
    void watch() {
        long end = deadline;
        if (end == 0) {
            return;
        }
        if (System.nanoTime() - end > 0) {
            kill("Reading it takes longer than the " + limits.timeLimit().toSeconds()
                    + " seconds that a document may.");
        } else if (folder.used() > limits.space().toBytes()) {
            kill("It unpacks to more than the " + limits.space().toMegabytes() + " MB that a document may.");
        }
    }

    private void kill(String why) {
        killed = why;
        process.destroyForcibly();
    }

    boolean isOfUse() {
        return process.isAlive() && documents < MOST_DOCUMENTS;
    }

    boolean isIdle() {
        return System.nanoTime() - idleSince > limits.idle().toNanos();
    }

    long pid() {
        return process.pid();
    }

    /** At once, whatever it is doing. */
    void end() {
        process.destroyForcibly();
        exit(10);
        folder.remove();
    }

    private int exit(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
