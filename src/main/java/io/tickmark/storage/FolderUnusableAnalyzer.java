package io.tickmark.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start that fails for its documents folder end in one sentence instead of a stack trace. */
final class FolderUnusableAnalyzer extends AbstractFailureAnalyzer<FolderUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FolderUnusable cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
