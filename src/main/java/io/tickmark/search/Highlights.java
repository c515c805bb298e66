package io.tickmark.search;

import java.util.List;
import java.util.function.UnaryOperator;

/** Pieces of text as the index marks them. */
final class Highlights {

    /** Characters, as a rule. */
    static final int FRAGMENT = 160;

    private static final String MARK = "<mark>";
    private static final String MARK_END = "</mark>";

    private Highlights() {}

    /** A piece may begin or end between the two chars of one sign, which no JSON can hold; that half is left out. */
    static List<String> whole(Object pieces) {
        return each(pieces, Highlights::whole);
    }

    /**
     * What surrounds the first mark of each piece: the index takes whole sentences, and a table is one of thousands of
     * words.
     */
    static List<String> around(Object pieces) {
        return each(pieces, piece -> whole(around(piece)));
    }

    private static List<String> each(Object pieces, UnaryOperator<String> work) {
        return pieces instanceof List<?> list
                ? list.stream().map(String::valueOf).map(work).toList()
                : List.of();
    }

    static String whole(String piece) {
        StringBuilder whole = new StringBuilder(piece.length());
        piece.codePoints()
                .filter(sign -> sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /** Cut at white space only, for a mark and a sign written as HTML have none inside. */
    private static String around(String piece) {
        if (piece.length() <= 2 * FRAGMENT) {
            return piece;
        }
        int mark = Math.max(0, piece.indexOf(MARK));
        int from = mark - FRAGMENT / 3;
        while (from > 0 && from < mark && !Character.isWhitespace(piece.charAt(from))) {
            from++;
        }
        int last = Math.max(mark, piece.indexOf(MARK_END, mark) + MARK_END.length());
        int to = Math.min(piece.length(), Math.max(from, 0) + FRAGMENT);
        while (to > last && to < piece.length() && !Character.isWhitespace(piece.charAt(to))) {
            to--;
        }
        return piece.substring(Math.max(0, from), Math.max(to, last)).strip();
    }
}
