package io.tickmark.storage;

import org.jspecify.annotations.Nullable;

/** A file name as somebody sent it, made harmless to show and to send back; never a path, never part of a key. */
final class FileName {

    private static final int LONGEST = 255;
    private static final int LONGEST_ENDING = 16;

    private FileName() {}

    /** Without folders and without signs that cannot be seen or that turn text around; at most 255 chars. */
    static String of(@Nullable String sent) {
        String name = sent == null ? "" : sent;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder(name.length());
        name.codePoints().filter(FileName::harmless).forEach(kept::appendCodePoint);
        name = kept.toString().strip();
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "unnamed" : shorten(name);
    }

    private static boolean harmless(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            // of the invisible ones only the joiners belong to words and emoji; the rest hides or reverses an ending
            case Character.FORMAT -> sign == 0x200c || sign == 0x200d || sign >= 0xe0020;
            default -> true;
        };
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        // a sign beyond 16 bits is two chars: do not keep half of it
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
