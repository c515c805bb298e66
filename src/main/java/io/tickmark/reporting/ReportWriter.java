package io.tickmark.reporting;

import io.tickmark.description.SystemDescription;
import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.engagement.Team;
import io.tickmark.fieldwork.Deviations;
import io.tickmark.fieldwork.Tests;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.reporting.ReportContent.Assertion;
import io.tickmark.reporting.ReportContent.Attestation;
import io.tickmark.reporting.ReportContent.Category;
import io.tickmark.reporting.ReportContent.Firm;
import io.tickmark.reporting.ReportContent.Kind;
import io.tickmark.reporting.ReportContent.Revision;
import io.tickmark.scoping.EngagementWords;
import io.tickmark.scoping.Licence;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopeDefinition;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.workflow.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a report's content together from the engagement's file, its scope, and what the tests found. */
@Component
class ReportWriter {

    private final Engagements engagements;
    private final EngagementFile file;
    private final FiledOpinion opinion;
    private final EngagementWords words;
    private final Scope scope;
    private final ScopeDefinition scopeDefinition;
    private final SystemDescription description;
    private final Licence licence;
    private final Tests tests;
    private final Deviations deviations;
    private final Team team;
    private final People people;
    private final FirmDetails firm;
    private final SubserviceStatements subservices;

    ReportWriter(
            Engagements engagements,
            EngagementFile file,
            FiledOpinion opinion,
            EngagementWords words,
            Scope scope,
            ScopeDefinition scopeDefinition,
            SystemDescription description,
            Licence licence,
            Tests tests,
            Deviations deviations,
            Team team,
            People people,
            FirmDetails firm,
            SubserviceStatements subservices) {
        this.engagements = engagements;
        this.file = file;
        this.opinion = opinion;
        this.words = words;
        this.scope = scope;
        this.scopeDefinition = scopeDefinition;
        this.description = description;
        this.licence = licence;
        this.tests = tests;
        this.deviations = deviations;
        this.team = team;
        this.people = people;
        this.firm = firm;
        this.subservices = subservices;
    }

    ReportContent draft(EngagementId engagement, ReportPlan plan, int number) {
        return content(engagement, plan, null, number, List.of());
    }

    ReportContent issue(EngagementId engagement, ReportPlan plan, LocalDate reportDate) {
        return content(engagement, plan, reportDate, null, List.of());
    }

    /** The issued report with what was found later, each revision with its own date beside the report's. */
    ReportContent revise(EngagementId engagement, ReportPlan plan, LocalDate reportDate, List<Revision> revisions) {
        return content(engagement, plan, reportDate, null, revisions);
    }

    private ReportContent content(
            EngagementId id,
            ReportPlan plan,
            @Nullable LocalDate reportDate,
            @Nullable Integer draft,
            List<Revision> revisions) {
        EngagementFacts engagement = engagements.facts(id);
        String client = words.client(id);
        List<ScopedCriterion> criteria = scope.criteria(id).stream()
                .filter(criterion -> isOf(plan, criterion))
                .toList();
        TestedCriteria tested = new TestedCriteria(scope.controls(id), tests.rounds(id), deviations.of(id));
        Attestation attestation = Attestation.valueOf(plan.attestationType().name());
        return new ReportContent(
                firm(id),
                client,
                client,
                Kind.valueOf(plan.reportType().name()),
                attestation,
                plan.categories().stream()
                        .map(category -> Category.valueOf(category.name()))
                        .toList(),
                plan.periodStart(),
                plan.end(),
                reportDate,
                opinion.decided(engagement.id(), plan).of(attestation),
                assertion(id, FinalAssertion.field(engagement, plan), draft == null),
                description(id).with(criteria, organisation -> subservices.assertion(id, organisation)),
                plan.generalUse() ? List.of() : tested.of(criteria),
                plan.generalUse() ? List.of() : tested.responses("Management of " + client),
                partner(id, draft == null),
                List.of(),
                draft,
                revisions);
    }

    private Firm firm(EngagementId id) {
        return new Firm(words.firm(), firm.city(), firm.state(), licence.number(id));
    }

    private static boolean isOf(ReportPlan plan, ScopedCriterion criterion) {
        return criterion.category() == null || plan.categories().contains(criterion.category());
    }

    private Assertion assertion(EngagementId id, String field, boolean signed) {
        Optional<TaskRecord> record = signed ? file.latest(id, "SignAssertion") : file.latest(id, "GiveAssertion");
        return record.map(given -> new Assertion(
                        given.answers().text(field),
                        given.personName(),
                        "On behalf of management",
                        given.answers().date("assertionDate")))
                .orElseGet(() -> new Assertion("", "", "", null));
    }

    private DescriptionText description(EngagementId id) {
        return new DescriptionText(
                description.texts(id),
                answers(id, "RecordInventory"),
                scopeDefinition.of(id).map(TaskRecord::answers).orElseGet(FiledOpinion::nothing));
    }

    /** Whoever signed; before that, the partner of the team. */
    private String partner(EngagementId id, boolean signed) {
        return Optional.of(signed)
                .filter(yes -> yes)
                .flatMap(yes -> file.latest(id, "SignReport"))
                .map(TaskRecord::personName)
                .orElseGet(() -> team.holders(id, Roles.PARTNER).stream()
                        .findFirst()
                        .map(people::name)
                        .orElse(""));
    }

    private Answers answers(EngagementId id, String phrase) {
        return file.latest(id, phrase).map(TaskRecord::answers).orElseGet(FiledOpinion::nothing);
    }
}
