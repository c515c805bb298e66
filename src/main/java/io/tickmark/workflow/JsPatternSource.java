package io.tickmark.workflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites a JavaScript regular expression for Java where the two read the same signs differently. */
final class JsPatternSource {

    private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+(,\\d*)?\\}");
    private static final Pattern HEX = Pattern.compile("u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}");
    private static final String WORD_EDGE = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
    private static final String NO_WORD_EDGE = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

    private final String source;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private boolean inClass;

    private JsPatternSource(String source) {
        this.source = source;
    }

    static String toJava(String source) {
        JsPatternSource rewriting = new JsPatternSource(source);
        while (rewriting.at < source.length()) {
            rewriting.next();
        }
        return rewriting.java.toString();
    }

    /** Half of a character beyond 16 bits, moved into the private use area; anything else unchanged. */
    static char half(char c) {
        return Character.isSurrogate(c) ? (char) (c - Character.MIN_SURROGATE + 0xE000) : c;
    }

    private void next() {
        char c = source.charAt(at++);
        if (c == '\\' && at < source.length()) {
            escape(source.charAt(at++));
        } else if (inClass) {
            inClass = c != ']';
            java.append(c == '[' || c == '&' || c == '~' ? "\\" : "").append(c);
        } else {
            outside(c);
        }
    }

    private void outside(char c) {
        switch (c) {
            case '.' -> java.append("[^\\n\\r\\u2028\\u2029]");
            case '$' -> java.append("\\z");
            case '{' -> java.append(at(QUANTIFIER, at - 1) ? "{" : "\\{");
            case '[' -> open();
            default -> java.append(c);
        }
    }

    private void open() {
        if (source.startsWith("^]", at)) {
            at += 2;
            java.append("[\\s\\S]");
        } else if (source.startsWith("]", at)) {
            at++;
            java.append("(?!)");
        } else {
            inClass = true;
            java.append('[');
            if (source.startsWith("^", at)) {
                at++;
                java.append('^');
            }
        }
    }

    private void escape(char c) {
        switch (c) {
            case 's' -> java.append(inClass ? AsJavaScript.WHITE_SPACE : "[" + AsJavaScript.WHITE_SPACE + "]");
            case 'S' -> java.append("[^").append(AsJavaScript.WHITE_SPACE).append(']');
            case 'b' -> java.append(inClass ? "\\x08" : WORD_EDGE);
            case 'B' -> java.append(inClass ? "B" : NO_WORD_EDGE);
            case 'v' -> java.append("\\x0B");
            case '0' -> java.append("\\x00");
            case 'u', 'x' -> code();
            case 'd', 'D', 'w', 'W', 't', 'n', 'f', 'r', 'c', 'k' ->
                java.append('\\').append(c);
            default ->
                java.append(c < 0x80 && !Character.isLetter(c) ? "\\" : "").append(c);
        }
    }

    private void code() {
        Matcher hex = HEX.matcher(source).region(at - 1, source.length());
        if (!hex.lookingAt()) {
            java.append(source.charAt(at - 1));
            return;
        }
        char c = (char) Integer.parseInt(source.substring(at, hex.end()), 16);
        java.append(String.format("\\u%04x", (int) half(c)));
        at = hex.end();
    }

    private boolean at(Pattern pattern, int index) {
        return pattern.matcher(source).region(index, source.length()).lookingAt();
    }
}
