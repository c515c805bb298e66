package io.tickmark.sheets;

import java.util.List;

/** Takes the rows of a file one after the other. */
interface Rows {

    /**
     * @param number where it starts in the file; the first is 1
     * @param ragged whether the format leaves out empty cells at a row's end
     */
    void row(int number, List<String> cells, boolean ragged);
}
