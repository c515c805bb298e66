package io.tickmark.fieldwork;

import static java.util.Comparator.comparing;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.evidence.NewRequest;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.scoping.PlannedEvidence;
import io.tickmark.scoping.ScopedControl;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the planned evidence of controls into requests. */
@Component
class RequestList {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final TestPlan plan;
    private final Team team;
    private final Engagements engagements;
    private final Practice practice;

    RequestList(TestPlan plan, Team team, Engagements engagements, Practice practice) {
        this.plan = plan;
        this.team = team;
        this.engagements = engagements;
        this.practice = practice;
    }

    /** In the order of the controls; of each control its populations first, for samples wait for them. */
    List<NewRequest> planned(EngagementId engagement, List<ScopedControl> controls) {
        ReportPlan report = engagements.facts(engagement).leadReport();
        List<PersonId> owners = team.holders(engagement, Roles.CONTROL_OWNER);
        LocalDate due = plan.due(engagement);
        boolean clientReview = plan.clientReview(engagement);
        List<NewRequest> requests = new ArrayList<>();
        for (int i = 0; i < controls.size(); i++) {
            ScopedControl control = controls.get(i);
            PersonId owner = owner(owners, i);
            (report.overPeriod() ? evidence(control) : oneInstance(control))
                    .stream()
                            .sorted(comparing(evidence -> evidence.kind() != EvidenceKind.POPULATION))
                            .map(evidence -> new NewRequest(
                                    title(evidence),
                                    evidence.kind(),
                                    List.of(control.reference()),
                                    owner,
                                    due,
                                    clientReview,
                                    practice.fieldworkStart(report),
                                    report.end(),
                                    evidence.kind() == EvidenceKind.SAMPLE ? control.reference() : null))
                            .forEach(requests::add);
        }
        return requests;
    }

    /**
     * At one date nothing is sampled, since operation is not tested: of what many items would show, one is looked at, so
     * that the control is seen to be in place.
     */
    private static List<PlannedEvidence> oneInstance(ScopedControl control) {
        List<PlannedEvidence> evidence = control.evidence().stream()
                .filter(planned -> planned.kind() != EvidenceKind.POPULATION)
                .map(planned -> planned.kind() == EvidenceKind.SAMPLE
                        ? new PlannedEvidence(EvidenceKind.DOCUMENT, "one instance: " + planned.text())
                        : planned)
                .toList();
        return evidence.isEmpty()
                ? List.of(new PlannedEvidence(EvidenceKind.DOCUMENT, "one instance of " + control.label()))
                : evidence;
    }

    /** Samples are drawn from something: where neither a list was planned nor the calendar counts, one is asked for. */
    private static List<PlannedEvidence> evidence(ScopedControl control) {
        if (!samplesWithoutPopulation(control) || Occurrences.areByCalendar(control.frequency())) {
            return control.evidence();
        }
        List<PlannedEvidence> evidence = new ArrayList<>(control.evidence());
        evidence.add(new PlannedEvidence(
                EvidenceKind.POPULATION, "list of every time that " + control.label() + " had to run in the period"));
        return evidence;
    }

    /** Whether its samples are drawn from the calendar, since no list of occurrences is planned. */
    static boolean isSampledByCalendar(ScopedControl control) {
        return samplesWithoutPopulation(control) && Occurrences.areByCalendar(control.frequency());
    }

    private static boolean samplesWithoutPopulation(ScopedControl control) {
        return asks(control, EvidenceKind.SAMPLE) && !asks(control, EvidenceKind.POPULATION);
    }

    private static boolean asks(ScopedControl control, EvidenceKind kind) {
        return control.evidence().stream().anyMatch(evidence -> evidence.kind() == kind);
    }

    /** The samples planned for a control, asked for once more in another round of its test. */
    List<NewRequest> again(EngagementId engagement, ScopedControl control, int round) {
        return planned(engagement, List.of(control)).stream()
                .filter(request -> request.kind() == EvidenceKind.SAMPLE)
                .map(request -> request.titled(request.title() + " (round " + round + " of the test)"))
                .toList();
    }

    /** The samples planned for a control, asked for of time that was added to the period. */
    List<NewRequest> samplesOf(EngagementId engagement, ScopedControl control, CollectionWindow time) {
        return planned(engagement, List.of(control)).stream()
                .filter(request -> request.kind() == EvidenceKind.SAMPLE)
                .map(request -> request.titled(request.title() + " (" + time.label() + ")")
                        .covering(time.from(), time.to())
                        .dueFrom(time.to()))
                .toList();
    }

    /** One request for each collection, or for each place where its control runs, in the order of the controls. */
    List<NewRequest> recurring(
            EngagementId engagement, List<ScopedControl> controls, List<PlannedCollection> collections) {
        List<PersonId> owners = team.holders(engagement, Roles.CONTROL_OWNER);
        LocalDate due = plan.due(engagement);
        boolean clientReview = plan.clientReview(engagement);
        List<NewRequest> requests = new ArrayList<>();
        for (int i = 0; i < controls.size(); i++) {
            ScopedControl control = controls.get(i);
            PersonId owner = owner(owners, i);
            for (PlannedCollection collection : collections) {
                if (collection.control().equals(control.reference())) {
                    CollectionWindow window = collection.window();
                    NewRequest request = new NewRequest(
                            title(control, window),
                            EvidenceKind.DOCUMENT,
                            List.of(control.reference()),
                            owner,
                            due,
                            clientReview,
                            window.from(),
                            window.to(),
                            null);
                    requests.addAll(inEachPlace(request, collection.locations()));
                }
            }
        }
        return requests;
    }

    private static List<NewRequest> inEachPlace(NewRequest request, List<String> locations) {
        return locations.isEmpty()
                ? List.of(request.recurring(null))
                : locations.stream()
                        .map(place ->
                                request.titled(request.title() + ", " + place).recurring(place))
                        .toList();
    }

    /**
     * Owners take turns by control, so that a population and its samples are asked of one person. Where there is only
     * one, the request is for the role: it stays reachable when he is replaced.
     */
    private static @Nullable PersonId owner(List<PersonId> owners, int turn) {
        return owners.size() < 2 ? null : owners.get(turn % owners.size());
    }

    private static String title(PlannedEvidence evidence) {
        String text = evidence.text();
        int first = text.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + text.substring(Character.charCount(first));
    }

    private static String title(ScopedControl control, CollectionWindow window) {
        return "Evidence of " + control.label() + " from " + DAY.format(window.from()) + " to "
                + DAY.format(window.to());
    }
}
