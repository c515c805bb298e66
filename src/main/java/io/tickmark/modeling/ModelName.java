package io.tickmark.modeling;

import io.tickmark.kernel.Refused;
import java.util.regex.Pattern;

/** A model's file name: never a path. Which folder of a bundle it lies in follows from its ending. */
final class ModelName {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._()-]{0,100}");

    private ModelName() {}

    static String ofPath(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String path(String name) {
        return (name.endsWith(".form") ? "forms/" : "processes/") + name;
    }

    static boolean isModel(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form");
    }

    /** The name as it was sent, or {@link Refused} at the field with what would be taken. */
    static String checked(String field, String sent) {
        String name = sent.strip();
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw new Refused(field, "\"" + shown(name) + "\" is a path: send the file's name alone.");
        }
        if (!isModel(name)) {
            throw new Refused(field, "\"" + shown(name) + "\" is no model: the name ends in .bpmn, .dmn or .form.");
        }
        if (!PLAIN.matcher(name).matches()) {
            throw new Refused(
                    field,
                    "\"" + shown(name) + "\" cannot be a model's name: letters, digits, spaces, dots, dashes and"
                            + " underscores, at most 101 of them, beginning with a letter or digit.");
        }
        return name;
    }

    private static String shown(String name) {
        return name.length() > 120 ? name.substring(0, 120) + "…" : name;
    }
}
