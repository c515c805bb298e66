package io.tickmark.sheets;

import java.util.List;

/**
 * What a list must look like.
 *
 * @param line what one line is, in a word: {@code control}
 * @param needed headings that must stand in it once, in lower case
 * @param others headings that may stand in it, at most once; any further column is left alone
 * @param mostLines lines below the heading
 */
public record SheetColumns(String line, List<String> needed, List<String> others, int mostLines) {

    String words() {
        return String.join(",", needed);
    }
}
