package io.tickmark.workflow;

/** How many characters the patterns of one submission may read, so that no pattern and text can keep a thread busy. */
final class ReadBudget {

    private static final int READS = 20_000_000;

    private int left = READS;

    /** The text for a matcher; reading it fails with {@link Spent} once the budget is used up. */
    CharSequence meter(String text) {
        return new Metered(text);
    }

    /** Not a defect: what was asked would take too long. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("too many characters read", null, false, false);
        }
    }

    private final class Metered implements CharSequence {
        private final String text;

        Metered(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new Spent();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(text.substring(start, end));
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
