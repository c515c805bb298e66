package io.tickmark.identity;

import io.tickmark.kernel.Refused;

/** Names are one line of text: no line breaks and no other control characters, in any script, emoji included. */
final class OneLine {

    private OneLine() {}

    /** Without blanks at its ends; throws {@link Refused} at the field when it is empty, too long or not one line. */
    static String of(String field, String text, int longest) {
        String clean = text.strip();
        if (!fits(clean, longest)) {
            throw new Refused(field, "Write 1 to " + longest + " characters in one line.");
        }
        return clean;
    }

    static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
