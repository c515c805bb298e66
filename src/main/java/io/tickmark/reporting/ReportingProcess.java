package io.tickmark.reporting;

import io.tickmark.workflow.Variable;

/** What code reads of the process {@code reporting}; the engagement's own process starts it. */
final class ReportingProcess {

    /** What the decision table makes of the evaluated findings. */
    static final Variable<String> PROPOSED_OPINION = Variable.text("proposedOpinion");

    private ReportingProcess() {}
}
