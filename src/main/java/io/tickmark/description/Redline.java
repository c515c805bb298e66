package io.tickmark.description;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What makes one text into another, word by word. Its pieces without the inserted ones are the one text, without the
 * deleted ones the other.
 */
final class Redline {

    enum Kind {
        SAME,
        DELETED,
        INSERTED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Piece(Kind kind, String text) {}

    private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern GAP = Pattern.compile("\\h+");

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder deleted = new StringBuilder();
    private final StringBuilder inserted = new StringBuilder();

    private Redline() {}

    static List<Piece> between(String before, String after) {
        Redline redline = new Redline();
        // the usual algorithm of the library keeps each step, which for two long texts without a common word is
        // gigabytes
        List<AbstractDelta<String>> deltas = DiffUtils.diff(
                        tokens(before), tokens(after), new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas();
        for (int i = 0; i < deltas.size(); i++) {
            redline.add(deltas.get(i), i == deltas.size() - 1);
        }
        redline.flush();
        return redline.pieces;
    }

    private void add(AbstractDelta<String> delta, boolean last) {
        String source = String.join("", delta.getSource().getLines());
        String target = String.join("", delta.getTarget().getLines());
        boolean changing = deleted.length() + inserted.length() > 0;
        if (delta.getType() != DeltaType.EQUAL
                || changing && !last && GAP.matcher(source).matches()) {
            // a space between two changes is a part of both: "three old words" replaced is one change, not three
            deleted.append(source);
            inserted.append(target);
        } else if (!source.isEmpty()) {
            flush();
            pieces.add(new Piece(Kind.SAME, source));
        }
    }

    private void flush() {
        if (!deleted.isEmpty()) {
            pieces.add(new Piece(Kind.DELETED, deleted.toString()));
        }
        if (!inserted.isEmpty()) {
            pieces.add(new Piece(Kind.INSERTED, inserted.toString()));
        }
        deleted.setLength(0);
        inserted.setLength(0);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
