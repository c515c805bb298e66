package io.tickmark.trail;

import io.tickmark.trail.Verification.Broken;
import io.tickmark.trail.Verification.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export, or a saved answer of {@code GET …/trail}, with nothing but the file. Reads it once, line by line.
 *
 * <p>Without a checkpoint it finds whatever was changed by somebody who did not compute the hashes anew. Who owns the
 * database can do that, or cut entries off together with the head: this is found only from a checkpoint that somebody
 * else kept.
 */
public final class TrailVerifier {

    private static final String HEADER = "line 1";

    private final ExportLines lines;
    private final @Nullable Checkpoint checkpoint;

    private TrailVerifier(ExportLines lines, @Nullable Checkpoint checkpoint) {
        this.lines = lines;
        this.checkpoint = checkpoint;
    }

    /**
     * Throws {@link IOException} only when the stream cannot be read; whatever it says is answered. Does not close it.
     *
     * @param checkpoint what the caller kept from an earlier time, or null
     */
    public static Verification verify(InputStream export, @Nullable Checkpoint checkpoint) throws IOException {
        return new TrailVerifier(new ExportLines(export), checkpoint).verify();
    }

    private Verification verify() throws IOException {
        try {
            String first = lines.next();
            if (first == null) {
                return new Broken(0, HEADER, Fault.CUT_OFF, "The file is empty.");
            }
            if (SavedList.startsWith(first)) {
                return SavedList.verify(first, lines, checkpoint);
            }
            Map<String, @Nullable Object> json = JsonText.object(first);
            return json.containsKey("items") ? SavedList.verify(json, checkpoint) : export(Header.of(json));
        } catch (Unreadable wrong) {
            return new Broken(0, HEADER, Fault.MALFORMED, "This line " + wrong.getMessage() + ".");
        }
    }

    private Verification export(Header header) throws IOException {
        ChainCheck chain = new ChainCheck(header.engagement(), Checkpoint.START, checkpoint);
        Broken broken = chain.atCheckpoint(HEADER);
        while (broken == null) {
            try {
                String line = lines.next();
                if (line == null) {
                    return end(header, chain);
                }
                broken = next(header, chain, ReadEntry.parse(line));
            } catch (Unreadable wrong) {
                broken =
                        new Broken(chain.expected(), place(), Fault.MALFORMED, "This line " + wrong.getMessage() + ".");
            }
        }
        return broken.fault() == Fault.MISSING ? lookFor(broken) : broken;
    }

    private @Nullable Broken next(Header header, ChainCheck chain, ReadEntry entry) {
        Broken broken = chain.next(entry, place());
        long promised = header.head().seq();
        if (broken == null && chain.last().seq() > promised) {
            return new Broken(
                    chain.last().seq(),
                    place(),
                    Fault.INSERTED,
                    "The header says that the trail ends with entry " + promised + ": it was put behind the end.");
        }
        return broken;
    }

    private Verification end(Header header, ChainCheck chain) {
        Checkpoint last = chain.last();
        if (last.seq() < header.head().seq()) {
            return new Broken(
                    chain.expected(),
                    place(),
                    Fault.CUT_OFF,
                    "The header says that the trail ends with entry "
                            + header.head().seq() + ", but the file ends after entry " + last.seq() + ".");
        }
        if (!last.equals(header.head())) {
            return new Broken(
                    last.seq(),
                    place(),
                    Fault.CHANGED,
                    "The header names " + header.head().hash() + " as the last entry's hash:"
                            + " it, or one before it, was changed and the hashes computed anew, or the header was.");
        }
        Broken unmet = chain.end(place());
        return unmet == null ? chain.sound() : unmet;
    }

    /** Whether the missing entry stands further down tells a removal from another order. */
    private Broken lookFor(Broken missing) throws IOException {
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                ReadEntry entry = ReadEntry.parse(line);
                if (entry.intact() && entry.seq() == missing.seq()) {
                    return new Broken(
                            missing.seq(),
                            missing.place(),
                            Fault.REORDERED,
                            "It is out of order: it stands at " + place() + ".");
                }
            }
        } catch (Unreadable more) {
            return missing;
        }
        return missing;
    }

    private String place() {
        return "line " + lines.number();
    }
}
