package io.tickmark.binder;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives each file a path that every system can unpack: nothing that leads out of the folder, no sign that Windows
 * refuses, no two that differ by case only.
 */
final class BinderPaths {

    private static final int LONGEST_FOLDER = 60;
    private static final int LONGEST_NAME = 100;
    private static final Pattern RUN = Pattern.compile("[._]{2,}");

    private final Set<String> taken = new HashSet<>();

    /** With a slash behind it; the same name is the same folder. */
    String folder(String name) {
        return part(name, LONGEST_FOLDER) + "/";
    }

    String file(String folder, String name) {
        int dot = name.lastIndexOf('.');
        boolean ends = dot > 0 && name.length() - dot <= 12;
        String stem = part(ends ? name.substring(0, dot) : name, LONGEST_NAME);
        String ending = ends ? "." + part(name.substring(dot + 1), 11) : "";
        for (int copy = 1; ; copy++) {
            String path = folder + stem + (copy == 1 ? "" : " (" + copy + ")") + ending;
            if (taken.add(path.toLowerCase(Locale.ROOT))) {
                return path;
            }
        }
    }

    private static String part(String text, int longest) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().map(sign -> isSafe(sign) ? sign : '_').limit(longest).forEach(safe::appendCodePoint);
        String part = RUN.matcher(safe.toString().strip()).replaceAll("_");
        // Windows drops dots and blanks at a name's end, and dots alone lead out of the folder
        while (part.endsWith(".") || part.endsWith(" ")) {
            part = part.substring(0, part.length() - 1);
        }
        return part.isEmpty() ? "_" : part;
    }

    private static boolean isSafe(int sign) {
        return "\\/:*?\"<>|".indexOf(sign) < 0
                && switch (Character.getType(sign)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
