package io.tickmark.search;

import java.util.List;

/** Pieces of text as the index marks them. */
final class Highlights {

    private Highlights() {}

    /** A piece may begin or end between the two chars of one sign, which no JSON can hold; that half is left out. */
    static List<String> whole(Object pieces) {
        return pieces instanceof List<?> list
                ? list.stream().map(piece -> whole(String.valueOf(piece))).toList()
                : List.of();
    }

    static String whole(String piece) {
        StringBuilder whole = new StringBuilder(piece.length());
        piece.codePoints()
                .filter(sign -> sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
