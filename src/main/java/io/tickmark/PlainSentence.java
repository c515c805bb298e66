package io.tickmark;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Ends a start that cannot succeed in one plain sentence that says what to do, in place of Spring Boot's banner. */
final class PlainSentence implements FailureAnalysisReporter {

    @Override
    @SuppressWarnings("SystemOut") // nobody reads a log of an application that has not started
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        System.err.println("Tickmark cannot start. " + analysis.getDescription().strip()
                + (action == null || action.isBlank() ? "" : " " + action.strip()));
    }
}
