package io.tickmark.workflow;

import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Severity;
import java.util.List;

/** A set of models with errors in it; nothing was deployed. Answered as 422 with all findings. */
public final class NotDeployable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelFinding> findings;

    /** @param findings errors, at least one, and whatever else there is to say */
    public NotDeployable(List<ModelFinding> findings) {
        super(sentence(findings));
        this.findings = List.copyOf(findings);
    }

    public List<ModelFinding> findings() {
        return findings;
    }

    /** Whether a set with these findings must stay out. */
    public static boolean because(List<ModelFinding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static String sentence(List<ModelFinding> findings) {
        List<ModelFinding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        ModelFinding first = errors.get(0);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return "These models cannot be deployed. " + first.file()
                + (first.element() == null ? "" : ", " + first.element()) + ": " + first.message() + more;
    }
}
