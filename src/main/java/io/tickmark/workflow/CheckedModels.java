package io.tickmark.workflow;

import io.tickmark.modelcheck.Origin;
import java.util.Map;
import java.util.TreeMap;

/** A whole set of models in which the check found no error: the only kind that the engine is given. */
public final class CheckedModels {

    private final Map<String, byte[]> files;
    private final Origin origin;

    /** Only {@link Bundles#checked} makes one. */
    CheckedModels(Map<String, byte[]> files, Origin origin) {
        this.files = new TreeMap<>(files);
        this.origin = origin;
    }

    Origin origin() {
        return origin;
    }

    Map<String, byte[]> files() {
        return files;
    }
}
