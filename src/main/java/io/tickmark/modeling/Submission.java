package io.tickmark.modeling;

import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.Refused;
import io.tickmark.storage.UploadForm;
import io.tickmark.storage.UploadForm.FilePart;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner sends: files that replace those of the same name or are new, names of files to take out, and from which
 * release to start where that is not the live one.
 *
 * @param from the release whose changes, or whose whole bundle when it was live, are taken up again; or null
 */
record Submission(
        Map<String, byte[]> files,
        Set<String> removed,
        @Nullable UUID from,
        @Nullable String note) {

    static final long MOST_BYTES = 10_000_000;
    static final long MOST_BYTES_TOGETHER = 25_000_000;
    private static final int LONGEST_NOTE = 2000;

    static Submission again(UUID from, @Nullable String note) {
        return new Submission(Map.of(), Set.of(), from, checkedNote(note));
    }

    static Submission read(HttpServletRequest request) {
        UploadForm form = UploadForm.read(request, MOST_BYTES, MOST_BYTES_TOGETHER);
        form.files().stream()
                .filter(file -> !file.part().equals("file"))
                .findFirst()
                .ifPresent(file -> {
                    throw new Malformed(
                            "A file was sent in the part \"" + file.part() + "\": name each file's part \"file\".");
                });
        Map<String, byte[]> files = files(form.files());
        Set<String> removed = new TreeSet<>();
        form.all("remove").stream()
                .filter(name -> !name.isBlank())
                .forEach(name -> removed.add(ModelName.checked("remove", name)));
        files.keySet().stream().filter(removed::contains).findFirst().ifPresent(name -> {
            throw new Refused("remove", name + " is sent and taken out at once: do one of both.");
        });
        UUID from = id(form.field("release"));
        if (files.isEmpty() && removed.isEmpty() && from == null) {
            throw new Refused(
                    "file",
                    "The set is empty: send at least one model in a part named \"file\", or name one to take out in a"
                            + " field \"remove\".");
        }
        return new Submission(files, removed, from, checkedNote(form.field("note")));
    }

    static Map<String, byte[]> files(List<FilePart> parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Set<String> taken = new TreeSet<>();
        for (FilePart part : parts) {
            String name = ModelName.checked("file", part.name());
            if (part.bytes().length == 0) {
                throw new Refused("file", name + " is empty.");
            }
            if (!taken.add(name.toLowerCase(Locale.ROOT))) {
                throw new Refused("file", name + " was sent twice: send each file once.");
            }
            files.put(name, part.bytes());
        }
        return files;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Refused("release", "This is no release's id.");
        }
    }

    private static @Nullable String checkedNote(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new Refused("note", "A note has at most " + LONGEST_NOTE + " characters.");
        }
        return note == null || note.isBlank() ? null : note.strip();
    }
}
