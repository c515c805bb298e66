package io.tickmark.workflow;

import java.util.Map;
import java.util.TreeMap;

/** A whole set of models in which the check found no error: the only kind that the engine is given. */
public final class CheckedModels {

    private final Map<String, byte[]> files;

    /** Only {@link Bundles#checked} makes one. */
    CheckedModels(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    Map<String, byte[]> files() {
        return files;
    }
}
