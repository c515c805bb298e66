package io.tickmark.modeling;

import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding as owners are told it: the file by its plain name, as they sent it. */
record Finding(String file, @Nullable String element, Severity severity, String message) {

    static Finding of(ModelFinding finding) {
        return new Finding(ModelName.ofPath(finding.file()), finding.element(), finding.severity(), finding.message());
    }

    static List<Finding> of(List<ModelFinding> findings) {
        return findings.stream().map(Finding::of).toList();
    }

    static Finding warning(String file, String message) {
        return new Finding(file, null, Severity.WARNING, message);
    }
}
