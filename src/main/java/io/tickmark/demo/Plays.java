package io.tickmark.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The engagements of one story that are under way, by the name that the story gives them. */
final class Plays {

    private final Map<String, DemoPlay> named = new HashMap<>();

    void put(String name, DemoPlay play) {
        named.put(name, play);
    }

    /** Throws {@link NullPointerException} before it was begun: a story in the wrong order is a defect. */
    DemoPlay get(String name) {
        return Objects.requireNonNull(named.get(name), () -> name + " has not begun");
    }
}
