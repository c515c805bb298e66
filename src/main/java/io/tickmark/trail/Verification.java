package io.tickmark.trail;

/** What the verifier found. */
public sealed interface Verification {

    /**
     * Every entry is what it was when it was chained.
     *
     * @param engagement the engagement's id, or {@link Trail#FIRM}
     * @param from the first entry's number: 1 for an export, more for a later page of a list
     * @param count how many entries were checked; 0 for a trail that has not begun
     * @param head the last entry checked
     */
    record Sound(String engagement, long from, long count, Checkpoint head) implements Verification {}

    /**
     * The first entry that is not what it should be.
     *
     * @param seq the number it has, or should have; 0 when the header is what is wrong
     * @param place where in the file, as {@code line 7}, or {@code item 7} of a list
     * @param reason a sentence for the person who asked
     */
    record Broken(long seq, String place, Fault fault, String reason) implements Verification {}

    /** What kind of change the finding points to. */
    enum Fault {
        CHANGED,
        MISSING,
        INSERTED,
        REORDERED,
        CUT_OFF,
        MALFORMED
    }
}
