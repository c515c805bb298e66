package io.tickmark.binder;

import io.tickmark.trail.Checkpoint;
import io.tickmark.trail.VerifyCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** {@code verify <file> [--checkpoint SEQ:HASH]}: a binder is checked here, whatever else it is by {@link VerifyCommand}. */
public final class BinderCommand {

    private static final byte[] ZIP = {'P', 'K'};

    private BinderCommand() {}

    /**
     * Answers the exit code: 0 sound, 1 not sound, 2 not checked.
     *
     * @param args what follows the word {@code verify}
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        boolean withCheckpoint = args.size() == 3 && args.get(1).equals("--checkpoint");
        if ((args.size() != 1 && !withCheckpoint) || !isZip(args.get(0))) {
            return VerifyCommand.run(args, out, err);
        }
        try {
            Checkpoint kept = withCheckpoint ? Checkpoint.parse(args.get(2)) : null;
            return check(Path.of(args.get(0)), kept, out);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
        } catch (IOException e) {
            err.println("The file " + args.get(0) + " cannot be read: " + e.getMessage() + ".");
        }
        return VerifyCommand.NOT_CHECKED;
    }

    private static int check(Path file, @Nullable Checkpoint kept, PrintStream out) throws IOException {
        try (BinderCheck check = new BinderCheck(file, kept)) {
            out.println("Sound: " + check.run());
            return VerifyCommand.SOUND;
        } catch (NotSound broken) {
            out.println("NOT SOUND. " + broken.getMessage());
        } catch (ZipException cut) {
            out.println("NOT SOUND. The ZIP is damaged or was cut off: " + cut.getMessage() + ".");
        }
        return VerifyCommand.BROKEN;
    }

    private static boolean isZip(String name) {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException | InvalidPathException unreadable) {
            return false;
        }
    }
}
