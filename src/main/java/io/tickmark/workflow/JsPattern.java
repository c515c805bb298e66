package io.tickmark.workflow;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A form's {@code pattern}: a JavaScript regular expression without flags, found anywhere in the text. */
final class JsPattern {

    /** What came out of a test. */
    enum Verdict {
        MATCHES,
        DIFFERS,
        TOO_COSTLY,
        UNUSABLE
    }

    private final @Nullable Pattern pattern;

    private JsPattern(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    static JsPattern of(String source) {
        try {
            return new JsPattern(Pattern.compile(JsPatternSource.toJava(halves(source))));
        } catch (PatternSyntaxException foreign) {
            return new JsPattern(null);
        }
    }

    Verdict test(String text, ReadBudget reads) {
        if (pattern == null) {
            return Verdict.UNUSABLE;
        }
        try {
            return pattern.matcher(reads.meter(halves(text))).find() ? Verdict.MATCHES : Verdict.DIFFERS;
        } catch (ReadBudget.Spent | StackOverflowError endless) {
            return Verdict.TOO_COSTLY;
        }
    }

    /**
     * JavaScript counts an emoji as two characters, Java's expressions as one: its halves are moved to where both count
     * alike (the private use area), in the pattern and in the text.
     */
    private static String halves(String text) {
        StringBuilder moved = new StringBuilder(text);
        for (int i = 0; i < moved.length(); i++) {
            moved.setCharAt(i, JsPatternSource.half(moved.charAt(i)));
        }
        return moved.toString();
    }
}
