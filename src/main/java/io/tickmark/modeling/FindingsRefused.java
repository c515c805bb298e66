package io.tickmark.modeling;

import io.tickmark.modelcheck.Severity;
import java.util.List;

/** Models with errors in them were submitted; nothing was kept. Answered as 422 with all findings. */
final class FindingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    FindingsRefused(List<Finding> findings) {
        super(sentence(findings));
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }

    private static String sentence(List<Finding> findings) {
        long errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        return errors == 1
                ? "One error keeps these models from being deployed: see findings."
                : errors + " errors keep these models from being deployed: see findings.";
    }
}
