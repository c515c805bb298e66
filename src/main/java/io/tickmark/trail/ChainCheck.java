package io.tickmark.trail;

import io.tickmark.trail.Verification.Broken;
import io.tickmark.trail.Verification.Fault;
import org.jspecify.annotations.Nullable;

/** Walks along a chain and stops at the first entry that does not continue it. */
final class ChainCheck {

    private final String engagement;
    private final @Nullable Checkpoint checkpoint;
    private final long from;
    private Checkpoint last;
    private @Nullable Checkpoint beforeLast;

    /** @param before what the first entry must name as its previous; {@link Checkpoint#START} for a whole chain */
    ChainCheck(String engagement, Checkpoint before, @Nullable Checkpoint checkpoint) {
        this.engagement = engagement;
        this.last = before;
        this.from = before.seq() + 1;
        this.checkpoint = checkpoint;
    }

    long expected() {
        return last.seq() + 1;
    }

    Checkpoint last() {
        return last;
    }

    Verification.Sound sound() {
        return new Verification.Sound(engagement, from, expected() - from, last);
    }

    /** Null when the entry continues the chain. */
    @Nullable
    Broken next(ReadEntry entry, String place) {
        if (!entry.intact()) {
            return changed(entry, place);
        } else if (!entry.engagement().equals(engagement)) {
            return new Broken(
                    expected(),
                    place,
                    Fault.INSERTED,
                    "It belongs to the trail of " + entry.engagement() + ", and this is the trail of " + engagement
                            + ".");
        } else if (entry.seq() > expected()) {
            return missing(entry, place);
        } else if (entry.seq() < expected()) {
            return surplus(entry, place);
        } else if (!entry.previous().equals(last.hash())) {
            return misfit(entry, place);
        }
        beforeLast = last;
        last = entry.checkpoint();
        return atCheckpoint(place);
    }

    private Broken changed(ReadEntry entry, String place) {
        if (isAfterInserted(entry)) {
            return inserted(entry, place);
        }
        String claim = entry.seq() == expected() ? "" : ", and it calls itself entry " + entry.seq();
        return new Broken(
                expected(),
                place,
                Fault.CHANGED,
                "What it says does not give the hash it carries" + claim
                        + ": it was changed after it was recorded, or it never was recorded.");
    }

    private Broken missing(ReadEntry entry, String place) {
        String others = entry.seq() == expected() + 1 ? "" : ", and so are all up to " + (entry.seq() - 1);
        return new Broken(
                expected(),
                place,
                Fault.MISSING,
                "It is missing" + others + ": entry " + entry.seq() + " stands in its place.");
    }

    private Broken surplus(ReadEntry entry, String place) {
        String reason = entry.seq() < from
                ? "Entries are numbered from " + from + ": it was inserted."
                : "It stands here once more, after entry " + last.seq() + ": one of them was inserted.";
        return new Broken(entry.seq(), place, Fault.INSERTED, reason);
    }

    private Broken misfit(ReadEntry entry, String place) {
        if (expected() == from || (checkpoint != null && checkpoint.seq() == last.seq())) {
            return new Broken(
                    entry.seq(),
                    place,
                    Fault.CHANGED,
                    "It does not name what stands before it as its previous entry: entries were removed,"
                            + " or it was changed and its hash computed anew.");
        } else if (isAfterInserted(entry)) {
            return inserted(entry, place);
        }
        return new Broken(
                last.seq(),
                "before " + place,
                Fault.CHANGED,
                "Entry " + entry.seq() + " was chained to another entry " + last.seq()
                        + ": this one, or one before it, was changed or exchanged and its hash computed anew.");
    }

    private boolean isAfterInserted(ReadEntry entry) {
        return beforeLast != null && entry.previous().equals(beforeLast.hash());
    }

    private Broken inserted(ReadEntry entry, String place) {
        return new Broken(
                last.seq(),
                "before " + place,
                Fault.INSERTED,
                "What is now entry " + entry.seq() + " was chained to entry " + (last.seq() - 1)
                        + ": this one was put between them.");
    }

    /** Compares where the chain now stands with the checkpoint; null when it names another place. */
    @Nullable
    Broken atCheckpoint(String place) {
        if (checkpoint == null || checkpoint.equals(last) || checkpoint.seq() != last.seq()) {
            return null;
        }
        return new Broken(
                last.seq(),
                place,
                Fault.CHANGED,
                "It is not the entry of the checkpoint, whose hash is " + checkpoint.hash()
                        + ": it, or one before it, was changed and the hashes computed anew.");
    }

    /** At the end of the file: a checkpoint that was not met. */
    @Nullable
    Broken end(String place) {
        if (checkpoint != null && checkpoint.seq() < from - 1) {
            return new Broken(
                    checkpoint.seq(),
                    place,
                    Fault.MISSING,
                    "The checkpoint names it, but the file begins with entry " + from + ": check the whole export.");
        } else if (checkpoint != null && checkpoint.seq() > last.seq()) {
            return new Broken(
                    expected(),
                    place,
                    Fault.CUT_OFF,
                    "The checkpoint knows entry " + checkpoint.seq() + ", but the file ends after entry " + last.seq()
                            + ".");
        }
        return null;
    }
}
