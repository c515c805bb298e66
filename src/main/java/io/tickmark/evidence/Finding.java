package io.tickmark.evidence;

/**
 * Something about a document that its giver should look at while still there. A finding never stops an upload.
 *
 * @param code such as {@code empty-file}
 * @param severity {@code warning} or {@code info}
 * @param message a plain sentence
 */
record Finding(String code, String severity, String message) {

    static Finding warning(String code, String message) {
        return new Finding(code, "warning", message);
    }

    static Finding info(String code, String message) {
        return new Finding(code, "info", message);
    }
}
