package io.tickmark.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of a document (RFC 9110, 14).
 *
 * @param from first byte, from 0
 * @param length at least 1, unless nothing can be given
 */
record ByteRange(long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** None of the document lies within what was asked for. */
    static final ByteRange UNSATISFIABLE = new ByteRange(0, 0);

    /** Null when the whole is to be sent: nothing was asked for, or something that is not one range of bytes. */
    static @Nullable ByteRange of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return null;
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : ofTail(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return null;
        }
        return from >= size ? UNSATISFIABLE : new ByteRange(from, Math.min(to, size - 1) - from + 1);
    }

    private static ByteRange ofTail(long wanted, long size) {
        long length = Math.min(wanted, size);
        return length == 0 ? UNSATISFIABLE : new ByteRange(size - length, length);
    }

    boolean isUnsatisfiable() {
        return length == 0;
    }
}
