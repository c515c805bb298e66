package io.tickmark.workflow;

/**
 * A condition as form-js reads it: {@code not(…)} around the whole turns it, commas mean "or", a dash always holds.
 *
 * @param body the tests, separated by commas
 */
record UnaryTest(String body, boolean negated) {

    static UnaryTest of(String source) {
        String text = source.strip();
        if (text.startsWith("not")) {
            String rest = text.substring("not".length()).strip();
            if (rest.startsWith("(") && closing(rest) == rest.length() - 1) {
                return new UnaryTest(rest.substring(1, rest.length() - 1), true);
            }
        }
        return new UnaryTest(text, false);
    }

    boolean always() {
        return !negated && body.equals("-");
    }

    /** One expression that answers the results of all tests. */
    String asList() {
        return "[" + body + "\n]";
    }

    private static int closing(String text) {
        int open = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                open++;
            } else if (!quoted && c == ')' && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
