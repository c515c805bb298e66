package io.tickmark.description;

import io.tickmark.engagement.ReportPlan;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.workflow.Answers;
import java.util.List;
import java.util.Map;

/**
 * What the file holds that a description must agree with, as plain values.
 *
 * @param reports the planned reports; none until scoping has decided
 * @param scope answers with the keys of the form {@code define-scope}
 * @param inventory answers with the keys of the form {@code record-inventory}
 * @param services what the client said of its services when it asked for the audit
 * @param incidents the whole register, changes too
 * @param lastYear the sections of the engagement that this one renews, as they stand there
 */
record FiledFacts(
        boolean byObjectives,
        List<ReportPlan> reports,
        List<ScopedControl> controls,
        List<ScopedCriterion> criteria,
        Answers scope,
        Answers inventory,
        String services,
        List<IncidentFacts> incidents,
        Map<Section, String> lastYear) {

    /** A row of the inventory or of a list of the scope. */
    List<Answers> components(Section section) {
        return inventory.rows("items").stream()
                .filter(row -> row.text("kind").equals(section.key())
                        && !row.text("name").isEmpty())
                .toList();
    }

    List<String> userControls() {
        return scope.rows("userEntityControls").stream()
                .map(row -> row.text("control"))
                .filter(control -> !control.isEmpty())
                .toList();
    }

    List<Answers> subservices() {
        return scope.rows("subserviceOrganisations").stream()
                .filter(row -> !row.text("name").isEmpty())
                .toList();
    }

    List<ScopedCriterion> notApplicable() {
        return criteria.stream().filter(criterion -> !criterion.applicable()).toList();
    }

    /** Of one kind what a planned report has to tell of; before reports are planned, everything. */
    List<IncidentFacts> toTell(IncidentKind kind) {
        return incidents.stream()
                .filter(incident -> incident.kind() == kind)
                .filter(incident -> reports.isEmpty() || reports.stream().anyMatch(incident::belongsInto))
                .toList();
    }

    /** Whether any report prints it; before reports are planned, each section of its measure counts. */
    boolean isPrinted(Section section) {
        return section.isPartOf(byObjectives)
                && (reports.isEmpty() || reports.stream().anyMatch(report -> section.isPrintedIn(report.reportType())));
    }
}
