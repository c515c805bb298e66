package io.tickmark.trail;

import io.tickmark.trail.Verification.Broken;
import io.tickmark.trail.Verification.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code verify <export> [--checkpoint SEQ:HASH]}: checks a trail where there is no server, only the file. */
public final class VerifyCommand {

    /** The trail is sound. */
    public static final int SOUND = 0;

    /** The trail is not sound, and the first bad entry was named. */
    public static final int BROKEN = 1;

    /** Nothing was checked: the command or the file could not be read. */
    public static final int NOT_CHECKED = 2;

    private static final String USAGE = """
            Usage: java -jar tickmark.jar verify <export> [--checkpoint SEQ:HASH]
              <export>      a trail's export (JSON Lines), a saved answer of GET /api/engagements/{id}/trail,
                            or a binder (ZIP)
              --checkpoint  the number and hash of an entry that you kept from an earlier time
            Answers 0 when the trail is sound, 1 when it is not, 2 when it could not be checked.""";

    private VerifyCommand() {}

    /**
     * Answers the exit code.
     *
     * @param args what follows the word {@code verify}
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        boolean withCheckpoint = args.size() == 3 && args.get(1).equals("--checkpoint");
        if (!withCheckpoint && (args.size() != 1 || args.get(0).startsWith("-"))) {
            err.println(USAGE);
            return NOT_CHECKED;
        }
        try {
            Checkpoint checkpoint = withCheckpoint ? Checkpoint.parse(args.get(2)) : null;
            return check(Path.of(args.get(0)), checkpoint, out);
        } catch (InvalidPathException e) {
            err.println("\"" + args.get(0) + "\" is no name of a file: " + e.getReason() + ".");
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (NoSuchFileException e) {
            err.println("There is no file " + args.get(0) + ".");
        } catch (IOException e) {
            err.println("The file " + args.get(0) + " cannot be read: " + e.getMessage() + ".");
        }
        return NOT_CHECKED;
    }

    private static int check(Path file, @Nullable Checkpoint checkpoint, PrintStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Verification found = TrailVerifier.verify(in, checkpoint);
            if (found instanceof Broken broken) {
                out.println(tell(broken));
                return BROKEN;
            }
            out.println(tell((Sound) found, checkpoint));
            return SOUND;
        }
    }

    private static String tell(Broken broken) {
        String which = broken.seq() == 0 ? "no entry could be checked" : "first bad entry: " + broken.seq();
        return "NOT SOUND, " + which + " (" + broken.place() + "). " + broken.reason();
    }

    private static String tell(Sound sound, @Nullable Checkpoint checkpoint) {
        String entries = sound.count() == 0
                ? "no entry yet"
                : "entries " + sound.from() + " to " + sound.head().seq();
        String trust = checkpoint == null
                ? "Compare it with a checkpoint that you kept: one who rewrote the whole trail is found only so."
                : "It contains your checkpoint, entry " + checkpoint.seq() + ".";
        return "Sound: the trail of " + sound.engagement() + ", " + entries + ". Its head is " + sound.head() + ". "
                + trust;
    }
}
