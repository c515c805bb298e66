package io.tickmark.reporting;

import static java.util.stream.Collectors.groupingBy;

import io.tickmark.fieldwork.Conclusion;
import io.tickmark.fieldwork.ControlTestFacts;
import io.tickmark.fieldwork.DeviationFacts;
import io.tickmark.fieldwork.TestState;
import io.tickmark.reporting.ReportContent.Control;
import io.tickmark.reporting.ReportContent.Criterion;
import io.tickmark.reporting.ReportContent.Deviation;
import io.tickmark.reporting.ReportContent.ManagementResponse;
import io.tickmark.reporting.ReportContent.TestPerformed;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.scoping.ScopedCriterion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Section IV, and management's responses of section V, out of the scope and what the tests found. */
final class TestedCriteria {

    private final List<ScopedControl> controls;
    private final Map<String, List<ControlTestFacts>> tests;
    private final List<DeviationFacts> deviations;
    private final Map<UUID, List<DeviationFacts>> deviationsByTest;

    /** @param rounds every round of every test; what is not closed is left out */
    TestedCriteria(List<ScopedControl> controls, List<ControlTestFacts> rounds, List<DeviationFacts> deviations) {
        this.controls = controls;
        this.tests = rounds.stream()
                .filter(test -> test.state() == TestState.CLOSED)
                .collect(groupingBy(ControlTestFacts::control));
        this.deviations = deviations;
        this.deviationsByTest = deviations.stream().collect(groupingBy(DeviationFacts::test));
    }

    /** The criteria that apply, or control objectives, each with every control that serves it. */
    List<Criterion> of(List<ScopedCriterion> criteria) {
        return criteria.stream()
                .filter(ScopedCriterion::applicable)
                .map(criterion -> new Criterion(
                        criterion.id(),
                        criterion.title(),
                        controls.stream()
                                .filter(control -> control.criteria().contains(criterion.id()))
                                .map(this::control)
                                .toList()))
                .toList();
    }

    private Control control(ScopedControl control) {
        return new Control(
                control.reference(),
                control.title(),
                control.description(),
                tests.getOrDefault(control.reference(), List.of()).stream()
                        .map(this::performed)
                        .toList());
    }

    private TestPerformed performed(ControlTestFacts test) {
        List<Deviation> found = deviationsByTest.getOrDefault(test.id(), List.of()).stream()
                .map(TestedCriteria::deviation)
                .toList();
        return new TestPerformed(procedure(test), result(test, found), found);
    }

    private static String procedure(ControlTestFacts test) {
        StringBuilder text = new StringBuilder(kind(Objects.requireNonNullElse(test.procedure(), "")))
                .append(Objects.requireNonNullElse(test.performed(), ""));
        Integer tested = test.itemsTested();
        Integer population = test.population();
        if (tested != null && tested > 0) {
            text.append("\n\nItems tested: ").append(tested);
            if (population != null && population > 0) {
                text.append(" of ").append(population);
            }
        }
        return text.toString();
    }

    /** Inquiry goes with every test, and never stands alone. */
    private static String kind(String procedure) {
        return procedure.isEmpty() ? "" : "Inquiry and " + procedure + ". ";
    }

    private static String result(ControlTestFacts test, List<Deviation> found) {
        if (test.conclusion() == Conclusion.NO_OCCURRENCE) {
            return "The control had no occasion to operate in the period, so its operation was not tested. "
                    + Objects.requireNonNullElse(test.nilProof(), "");
        }
        return found.isEmpty() ? "No deviations noted." : "Deviation noted.";
    }

    private static Deviation deviation(DeviationFacts deviation) {
        return new Deviation(
                deviation.reference(), deviation.failedAttribute(), deviation.itemsFailed(), deviation.itemsTested());
    }

    /** @param responder who answers for management, as it is printed */
    List<ManagementResponse> responses(String responder) {
        return deviations.stream()
                .filter(deviation -> deviation.managementResponse() != null)
                .map(deviation -> new ManagementResponse(
                        deviation.reference(), deviation.control(), response(deviation), responder))
                .toList();
    }

    private static String response(DeviationFacts deviation) {
        String text = Objects.requireNonNullElse(deviation.managementResponse(), "");
        String action = deviation.correctiveAction();
        if (action == null || action.isEmpty()) {
            return text;
        }
        LocalDate last = deviation.correctiveDue();
        String due = last == null ? "" : " (by " + ReportWords.day(last) + ")";
        return text + "\n\nCorrective action: " + action + due;
    }
}
