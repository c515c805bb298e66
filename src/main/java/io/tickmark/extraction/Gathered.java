package io.tickmark.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes a document's text as far as the limit, and counts the rows of its tables to their end: a population may be far
 * longer than what is kept of its text.
 */
final class Gathered extends DefaultHandler {

    private static final Set<String> LINES =
            Set.of("p", "tr", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "title");

    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private final List<Contents.Sheet> sheets = new ArrayList<>();
    private boolean cut;
    private int depth;
    private boolean head;
    private int tables;
    private int rows;
    private int slides;
    private boolean rowHasText;
    private @Nullable StringBuilder heading;
    private String sheet = "";

    Gathered(int limit) {
        this.limit = limit;
    }

    void enter() {
        depth++;
    }

    void leave() {
        depth--;
    }

    /** A row of a list that has one table. */
    void row(Iterable<String> cells) {
        boolean filled = false;
        for (String cell : cells) {
            filled |= !cell.isBlank();
            add(cell);
            add("\t");
        }
        add("\n");
        if (filled) {
            rows++;
        }
    }

    /** The end of that table. */
    void table() {
        sheets.add(new Contents.Sheet("", rows));
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        switch (local) {
            case "head" -> head = true;
            case "h1" -> heading = new StringBuilder();
            case "table" -> {
                if (depth == 0 && tables++ == 0) {
                    rows = 0;
                }
            }
            case "tr" -> rowHasText = false;
            case "div" -> {
                if (depth == 0 && "slide-content".equals(attributes.getValue("class"))) {
                    slides++;
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        switch (local) {
            case "head" -> head = false;
            case "h1" -> {
                sheet = heading == null ? "" : heading.toString().strip();
                heading = null;
            }
            case "table" -> {
                if (depth == 0 && --tables == 0 && sheets.size() < Contents.MOST_SHEETS) {
                    sheets.add(new Contents.Sheet(sheet, rows));
                    sheet = "";
                }
            }
            case "tr" -> {
                if (depth == 0 && tables == 1 && rowHasText) {
                    rows++;
                }
            }
            default -> {}
        }
        if (local.equals("td") || local.equals("th")) {
            add("\t");
        } else if (LINES.contains(local)) {
            add("\n");
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (head) {
            return;
        }
        String part = new String(chars, start, length);
        if (!part.isBlank()) {
            rowHasText = true;
        }
        if (heading != null && heading.length() < 200) {
            heading.append(part);
        }
        add(part);
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        add(" ");
    }

    private void add(String part) {
        int left = limit - text.length();
        if (left <= 0) {
            cut |= !part.isBlank();
            return;
        }
        if (part.length() <= left) {
            text.append(part);
            return;
        }
        cut = true;
        // never half of a sign
        int end = Character.isHighSurrogate(part.charAt(left - 1)) ? left - 1 : left;
        text.append(part, 0, end);
    }

    List<Contents.Sheet> sheets() {
        return sheets;
    }

    int slides() {
        return slides;
    }

    boolean cut() {
        return cut;
    }

    /** Without signs that no database takes, nor more than one empty line or one space at a time. */
    String text() {
        StringBuilder clean = new StringBuilder(text.length());
        int lines = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\n' || sign == '\r') {
                lines++;
            } else if (sign == ' ' || sign == '\u00A0' || sign == '\t') {
                if (sign == '\t' && lines == 0) {
                    clean.append(sign);
                } else {
                    space = true;
                }
            } else if (sign >= ' ' && sign < '\uFFFE') {
                separate(clean, lines, space);
                clean.append(sign);
                lines = 0;
                space = false;
            }
        }
        return clean.toString().strip();
    }

    private static void separate(StringBuilder clean, int lines, boolean space) {
        if (clean.isEmpty()) {
            return;
        }
        if (lines > 0) {
            clean.append("\n".repeat(Math.min(lines, 2)));
        } else if (space) {
            clean.append(' ');
        }
    }
}
