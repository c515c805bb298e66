package io.tickmark.reporting;

import io.tickmark.description.SystemDescription;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.fieldwork.ControlTestFacts;
import io.tickmark.fieldwork.TestState;
import io.tickmark.fieldwork.Tests;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.Independence;
import io.tickmark.scoping.Licence;
import io.tickmark.scoping.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the engagement's file what the rules of signing look at. */
@Component
class FactsForIssue {

    /** What obtains and reviews evidence; the report cannot be dated before the last of it. */
    private static final List<String> WORK = List.of(
            "ReviewEvidence",
            "RecordObservation",
            "TestControl",
            "ReviewWorkpaper",
            "EvaluateDeviation",
            "RespondToDeviation",
            "RollForward",
            "EvaluateFindings",
            "CompleteDescription");

    private static final Map<String, String> BEHIND_THE_OPINION =
            Map.of("CompleteDescription", "the description", "EvaluateFindings", "the evaluation of the findings");

    private final Engagements engagements;
    private final EngagementFile file;
    private final Reports reports;
    private final FiledOpinion opinion;
    private final SystemDescription description;
    private final Tests tests;
    private final OpenEnds openEnds;
    private final Independence independence;
    private final SubserviceStatements subservices;
    private final Licence licence;
    private final Scope scope;
    private final People people;
    private final Clock clock;

    FactsForIssue(
            Engagements engagements,
            EngagementFile file,
            Reports reports,
            FiledOpinion opinion,
            SystemDescription description,
            Tests tests,
            OpenEnds openEnds,
            Independence independence,
            SubserviceStatements subservices,
            Licence licence,
            Scope scope,
            People people,
            Clock clock) {
        this.engagements = engagements;
        this.file = file;
        this.reports = reports;
        this.opinion = opinion;
        this.description = description;
        this.tests = tests;
        this.openEnds = openEnds;
        this.independence = independence;
        this.subservices = subservices;
        this.licence = licence;
        this.scope = scope;
        this.people = people;
        this.clock = clock;
    }

    IssueFacts of(EngagementId id) {
        ReportFacts report = reports.of(id).stream().findFirst().orElse(null);
        List<ControlTestFacts> all = tests.of(id);
        return new IssueFacts(
                last(id),
                report == null ? null : report.reportDate(),
                report == null ? null : report.letterDate(),
                report == null ? null : report.assertionDate(),
                controls(all, test -> !test.state().isEnded() && test.state() != TestState.RETURNED),
                openEnds.requests(id),
                controls(all, test -> test.state() == TestState.RETURNED),
                notDone(id),
                file.latest(id, "EvaluateFindings")
                        .map(evaluated -> tests.endedOtherwise(id, evaluated.completedAt()))
                        .orElse(List.of()),
                description.openComments(id),
                lastWork(id),
                report == null ? null : day(reports.draftMade(report.id())),
                completed(file.latest(id, "AnswerComments")),
                completed(file.latest(id, "InquireSubsequentEvents")),
                file.latest(id, "AcceptEngagement")
                        .filter(accepted ->
                                accepted.answers().text("qualityReviewNeeded").equals("yes"))
                        .isPresent(),
                completed(cleared(id)),
                independence.missing(id, Independence.AGAIN).stream()
                        .map(people::name)
                        .toList(),
                subservices.missing(id, report == null ? null : report.reportDate()),
                licence.until(id, report == null ? null : report.reportDate()).orElse(null));
    }

    private List<String> notDone(EngagementId id) {
        Stream<String> tasks = BEHIND_THE_OPINION.entrySet().stream()
                .filter(task -> file.latest(id, task.getKey()).isEmpty())
                .map(Map.Entry::getValue);
        return (scope.isFrozen(id) ? tasks : Stream.concat(Stream.of("the scope"), tasks)).toList();
    }

    LocalDate today() {
        return day(clock.instant());
    }

    /** Of the engagement's reports the one that can be dated last. */
    ReportPlan last(EngagementId id) {
        return engagements.facts(id).reports().stream()
                .max(Comparator.comparing(ReportPlan::datedFrom))
                .orElseThrow(() -> new IllegalStateException("No report is planned for engagement " + id));
    }

    /** The first day that the report may carry: after what it speaks of, and not before the last of the work. */
    LocalDate earliest(EngagementId id) {
        return Stream.of(last(id).datedFrom(), lastWork(id), completed(cleared(id)))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private @Nullable LocalDate lastWork(EngagementId id) {
        return file.newest(id, WORK).map(FactsForIssue::day).orElse(null);
    }

    /** The reviewer's word on the opinion as it stands: one decided anew is not cleared yet. */
    private Optional<TaskRecord> cleared(EngagementId id) {
        Instant decided = opinion.record(id).map(TaskRecord::completedAt).orElse(Instant.MIN);
        return file.latest(id, "ReviewQuality")
                .filter(review -> review.answers().text("qualityDecision").equals("clear"))
                .filter(review -> !review.completedAt().isBefore(decided));
    }

    private static List<String> controls(
            List<ControlTestFacts> tests, java.util.function.Predicate<ControlTestFacts> which) {
        return tests.stream().filter(which).map(ControlTestFacts::control).toList();
    }

    private static @Nullable LocalDate completed(Optional<TaskRecord> record) {
        return record.map(done -> day(done.completedAt())).orElse(null);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
