package io.tickmark.modelcheck;

import java.util.Locale;

/** One phrase everywhere: {@code UserTask_ReviewEvidence}, "Review evidence", {@code review-evidence.form}. */
final class Phrases {

    private Phrases() {}

    /** What follows the kind in an id. */
    static String tail(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    /** "ReviewEvidence" is the phrase "Review evidence". */
    static String phrase(String tail) {
        String words = tail.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String kebab(String tail) {
        return phrase(tail).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static String camel(String tail) {
        return tail.isEmpty() ? "" : Character.toLowerCase(tail.charAt(0)) + tail.substring(1);
    }
}
