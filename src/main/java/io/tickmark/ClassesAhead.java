package io.tickmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Loads, beside the thread that starts the application, the libraries' classes that this thread will ask for: a third
 * of its time is finding, reading and verifying them. None is initialized, so nothing of a library runs earlier than
 * it would. The list is a help and no more: a name that is gone is passed over.
 */
final class ClassesAhead {

    private ClassesAhead() {}

    static void load() {
        Thread thread = new Thread(ClassesAhead::loadListed, "classes-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadListed() {
        try (InputStream in = ClassesAhead.class.getResourceAsStream("classes-ahead.txt")) {
            Objects.requireNonNull(in, "classes-ahead.txt");
            names(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
                    .forEach(ClassesAhead::isThere);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In the order of a start. A line is a package and the simple names in it; {@code ClassesAheadTest} writes them. */
    static List<String> names(BufferedReader list) {
        return list.lines()
                .flatMap(line -> {
                    String[] words = line.split(" ");
                    return Stream.of(words).skip(1).map(name -> words[0] + "." + name);
                })
                .toList();
    }

    static boolean isThere(String name) {
        try {
            Class.forName(name, false, ClassesAhead.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError gone) {
            return false;
        }
    }
}
