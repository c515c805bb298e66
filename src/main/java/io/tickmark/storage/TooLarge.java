package io.tickmark.storage;

/** A file is larger than its caller allows; nothing of it was kept. Answered as 413. */
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /** @param limit the most bytes allowed */
    public TooLarge(long limit) {
        super("The file is larger than the " + inWords(limit) + " allowed. Split it, or send it in parts.");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }

    private static String inWords(long bytes) {
        if (bytes >= 1 << 30 && bytes % (1 << 30) == 0) {
            return (bytes >> 30) + " GB";
        }
        if (bytes >= 1 << 20) {
            return (bytes >> 20) + " MB";
        }
        return bytes >= 1 << 10 ? (bytes >> 10) + " KB" : bytes + " bytes";
    }
}
