package io.tickmark.modeling;

import io.tickmark.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A whole set of models, each by its plain file name; immutable. A bundle keeps the same files in two folders. */
final class ModelSet {

    private final SortedMap<String, byte[]> files;

    private ModelSet(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    static ModelSet of(Map<String, byte[]> byName) {
        return new ModelSet(new TreeMap<>(byName));
    }

    static ModelSet ofBundle(Map<String, byte[]> byPath) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        byPath.forEach((path, bytes) -> files.put(ModelName.ofPath(path), bytes));
        return new ModelSet(files);
    }

    Map<String, byte[]> asBundle() {
        Map<String, byte[]> byPath = new TreeMap<>();
        files.forEach((name, bytes) -> byPath.put(ModelName.path(name), bytes));
        return byPath;
    }

    Map<String, byte[]> files() {
        return files;
    }

    byte @Nullable [] file(String name) {
        return files.get(name);
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    /** @param content null takes the file out */
    ModelSet with(String name, byte @Nullable [] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        if (content == null) {
            changed.remove(name);
        } else {
            changed.put(name, content);
        }
        return new ModelSet(changed);
    }

    ModelSet with(List<FileChange> changes) {
        ModelSet changed = this;
        for (FileChange change : changes) {
            if (change.kind() != ChangeKind.CONFLICT) {
                changed = changed.with(change.name(), change.content());
            }
        }
        return changed;
    }

    /** What leads from the base to this set; empty when they are the same. */
    List<FileChange> changesFrom(ModelSet base) {
        List<FileChange> changes = new ArrayList<>();
        for (String name : base.namesWith(this)) {
            byte[] before = base.file(name);
            byte[] after = file(name);
            if (!same(before, after)) {
                changes.add(new FileChange(name, ChangeKind.between(before, after), after));
            }
        }
        return changes;
    }

    SortedSet<String> namesWith(ModelSet other) {
        SortedSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(other.files.keySet());
        return names;
    }

    static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
        return Arrays.equals(one, other);
    }

    /** Tells sets apart; the same files have the same one on every machine. 64 hex digits. */
    String fingerprint() {
        MessageDigest digest = Sha256.digest();
        files.forEach((name, bytes) -> {
            digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return Sha256.hex(digest);
    }
}
