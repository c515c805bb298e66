package io.tickmark.modeling;

import io.tickmark.kernel.Refused;
import io.tickmark.storage.UploadForm;
import io.tickmark.storage.UploadForm.FilePart;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Camunda Modeler sends: each file in a part of its own name. A file is named after what it holds, since Modeler's
 * users name theirs as they like. What Modeler says of filtering and tenants means nothing here.
 */
record ModelerUpload(
        Submission submission,
        @Nullable String name,
        @Nullable String source) {

    static ModelerUpload read(HttpServletRequest request) {
        UploadForm form = UploadForm.read(request, Submission.MOST_BYTES, Submission.MOST_BYTES_TOGETHER);
        List<FilePart> named = form.files().stream().map(ModelerUpload::named).toList();
        Map<String, byte[]> files = Submission.files(named);
        if (files.isEmpty()) {
            throw new Refused("file", "The deployment holds no model.");
        }
        String name = form.field("deployment-name");
        String source = form.field("deployment-source");
        String note = name == null ? null : name + (source == null ? "" : ", from " + source);
        return new ModelerUpload(
                new Submission(files, Set.of(), null, note == null ? null : shortened(note)), name, source);
    }

    private static FilePart named(FilePart file) {
        String name = ModelName.checked("file", file.name());
        String key = ModelKey.of(name, file.bytes());
        String kept = key == null ? name : key + name.substring(name.lastIndexOf('.'));
        return new FilePart(file.part(), kept, file.bytes());
    }

    private static String shortened(String note) {
        return note.length() > 500 ? note.substring(0, 500) : note;
    }
}
