package io.tickmark.scoping;

import io.tickmark.workflow.Variable;

/** What code reads and writes of the process {@code scoping}; the engagement's own process starts it. */
final class ScopingProcess {

    /** What the decision table makes of the client's need, such as {@code SOC2_TYPE_II}. */
    static final Variable<String> PROPOSED_REPORT = Variable.text("proposedReport");

    /** How many people confirm their independence; also read by the process {@code reporting}. */
    static final Variable<Integer> AUDITOR_COUNT = Variable.count("auditorCount");

    private ScopingProcess() {}
}
