package io.tickmark.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start that fails for its document store end in one sentence instead of a stack trace. */
final class StoreUnusableAnalyzer extends AbstractFailureAnalyzer<StoreUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StoreUnusable cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
