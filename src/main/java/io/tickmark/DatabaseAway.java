package io.tickmark;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** The database does not answer, does not let us in, or is held by another Tickmark. */
final class DatabaseAway extends AbstractFailureAnalyzer<SQLException> {

    private static final int H2_IN_USE = 90020;

    private final Environment environment;

    DatabaseAway(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        String url = address(environment);
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (cause.getErrorCode() == H2_IN_USE) {
            return say(
                    url + " is open in another process: stop the other Tickmark, or start this one in another folder.",
                    cause);
        }
        if (url.startsWith("jdbc:h2:file:") && cause.getErrorCode() >= 90028) {
            return say(
                    "The database files at " + url.substring("jdbc:h2:file:".length())
                            + " cannot be opened or written: let the account that runs Tickmark write in that folder,"
                            + " see that there is space left, or set SPRING_DATASOURCE_URL.",
                    cause);
        }
        if (state.startsWith("28")) {
            return say(
                    "The database at " + url + " refuses the sign-in: check SPRING_DATASOURCE_USERNAME and"
                            + " SPRING_DATASOURCE_PASSWORD.",
                    cause);
        }
        return state.startsWith("08")
                ? say("The database at " + url + " cannot be reached: start it, or check SPRING_DATASOURCE_URL.", cause)
                : null;
    }

    /** Of the database, as people know it: without what is set behind it. */
    static String address(Environment environment) {
        return environment.getProperty("spring.datasource.url", "").replaceFirst("[;?].*", "");
    }

    private static FailureAnalysis say(String sentence, SQLException cause) {
        return new FailureAnalysis(sentence, null, cause);
    }
}
