package io.tickmark.modelcheck;

/** Why a file cannot be looked at, as a sentence for its author. */
final class ModelUnreadable extends Exception {

    ModelUnreadable(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
