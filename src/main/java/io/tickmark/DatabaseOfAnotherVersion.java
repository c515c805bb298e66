package io.tickmark;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** The database's tables are those of a version that this one cannot go on from. */
final class DatabaseOfAnotherVersion extends AbstractFailureAnalyzer<FlywayValidateException> {

    private final Environment environment;

    DatabaseOfAnotherVersion(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The database at " + DatabaseAway.address(environment)
                        + " was made by another version of Tickmark, which this one cannot go on from:"
                        + " start that version, name another database with SPRING_DATASOURCE_URL, or, where it is a"
                        + " demo that may be lost, delete it (./data for the embedded one).",
                null,
                cause);
    }
}
