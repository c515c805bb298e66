package io.tickmark.description;

import java.util.regex.Pattern;

/** Whether a text names something: the same words in the same order, whatever their case and the space between them. */
public final class Mention {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LAST_DOT = Pattern.compile("[.;]+$");

    private Mention() {}

    /** What is blank is named by every text. */
    public static boolean isIn(String text, String what) {
        String sought =
                LAST_DOT.matcher(SPACE.matcher(what.strip()).replaceAll(" ")).replaceAll("");
        if (sought.isEmpty()) {
            return true;
        }
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(sought) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(SPACE.matcher(text).replaceAll(" "))
                .find();
    }
}
