package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.EngagementWithdrawn;
import io.tickmark.engagement.FileClosing;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.reporting.ReportContent.Assertion;
import io.tickmark.scoping.ScopeChanged;
import io.tickmark.scoping.ScopeDefinition;
import io.tickmark.tasklist.HeldTasks;
import io.tickmark.workflow.Answers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the management of each inclusive subservice organisation signs for itself: an assertion and a representation
 * letter. Without them the report can only leave its controls out (AICPA guide to SOC 2, inclusive method).
 */
@Component
class SubserviceStatements {

    static final String PHRASE = "SignSubserviceStatements";

    private final ScopeDefinition scope;
    private final EngagementFile file;
    private final HeldTasks tasks;
    private final SubserviceProcess process;
    private final Reports reports;

    SubserviceStatements(
            ScopeDefinition scope, EngagementFile file, HeldTasks tasks, SubserviceProcess process, Reports reports) {
        this.scope = scope;
        this.file = file;
        this.tasks = tasks;
        this.process = process;
        this.reports = reports;
    }

    /** What tells the statements of one organisation from another's; at most 64 characters. */
    static String subject(String organisation) {
        return UUID.nameUUIDFromBytes(organisation.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Asks each organisation that has not signed as of the report's date; nobody is asked before there is one. */
    void ask(EngagementId engagement, String reason) {
        end(engagement, reason);
        reports.reportDate(engagement).ifPresent(date -> scope.inclusive(engagement).stream()
                .filter(organisation -> missing(engagement, organisation, date).isPresent())
                .forEach(organisation -> process.ask(engagement, organisation)));
    }

    /** What each organisation's statements lack for a report of this date, a sentence each. */
    List<String> missing(EngagementId engagement, @Nullable LocalDate reportDate) {
        return scope.inclusive(engagement).stream()
                .flatMap(organisation -> missing(engagement, organisation, reportDate).stream())
                .toList();
    }

    private Optional<String> missing(EngagementId engagement, String organisation, @Nullable LocalDate reportDate) {
        TaskRecord record = latest(engagement, organisation).orElse(null);
        if (record == null) {
            return Optional.of(organisation + " has signed neither its assertion nor its representation letter");
        }
        Answers answers = record.answers();
        if (!answers.text("statementsDecision").equals("sign")) {
            return Optional.of(organisation + " does not sign: " + answers.text("refusalReason"));
        }
        LocalDate letter = answers.date("letterDate");
        LocalDate assertion = answers.date("assertionDate");
        if (letter == null || !letter.equals(reportDate)) {
            return Optional.of(
                    "The representation letter of " + organisation + " is dated " + letter + ", not " + reportDate);
        }
        return assertion == null || assertion.isAfter(reportDate)
                ? Optional.of("The assertion of " + organisation + " is dated " + assertion + ", after " + reportDate)
                : Optional.empty();
    }

    /** The assertion as it is printed; empty before it is signed, and where it was refused. */
    Optional<Assertion> assertion(EngagementId engagement, String organisation) {
        return latest(engagement, organisation)
                .filter(record -> record.answers().text("statementsDecision").equals("sign"))
                .map(record -> new Assertion(
                        record.answers().text("assertionText"),
                        record.personName(),
                        "On behalf of management",
                        record.answers().date("assertionDate")));
    }

    private Optional<TaskRecord> latest(EngagementId engagement, String organisation) {
        return file.latest(engagement, PHRASE, subject(organisation));
    }

    @EventListener
    void scopeChanged(ScopeChanged event) {
        ask(event.engagement(), "the scope was changed");
    }

    @EventListener
    void fileCloses(FileClosing event) {
        end(event.engagement(), "the file was locked");
    }

    @EventListener
    void engagementEnds(EngagementWithdrawn event) {
        end(event.engagement(), "the engagement was withdrawn");
    }

    private void end(EngagementId engagement, String reason) {
        tasks.of(engagement, PHRASE).forEach(task -> tasks.dispense(engagement, task, reason));
    }
}
