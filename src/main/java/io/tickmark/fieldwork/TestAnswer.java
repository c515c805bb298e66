package io.tickmark.fieldwork;

import io.tickmark.description.IncidentFacts;
import io.tickmark.evidence.CitedEvidence.Cited;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A control test as the API answers it. */
record TestAnswer(
        UUID id,
        String control,
        String title,
        int round,
        String state,
        @Nullable Integer population,
        List<SampleFacts> samples,
        @Nullable String inquiry,
        @Nullable String procedure,
        @Nullable String procedurePerformed,
        @Nullable Integer itemsTested,
        @Nullable Integer itemsFailed,
        @Nullable String conclusion,
        @Nullable String failedAttribute,
        @Nullable String cause,
        @Nullable String extent,
        @Nullable String nilProof,
        @Nullable String preparedBy,
        @Nullable Instant preparedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String reviewNote,
        List<Citation> evidence,
        List<OnFile> incidents,
        int version) {

    /** An incident or significant change of the register that bears on the control. */
    record OnFile(UUID id, String reference, String kind, String title, LocalDate occurredOn) {

        static OnFile of(IncidentFacts incident) {
            return new OnFile(
                    incident.id(),
                    incident.reference(),
                    incident.kind().word(),
                    incident.title(),
                    incident.occurredOn());
        }
    }

    /**
     * One statement for the people of all tests together.
     *
     * @param cited what the reader may know of the documents that the tests cite
     * @param incidents of the register, by the reference of the control
     */
    static List<TestAnswer> of(
            List<ControlTestFacts> tests,
            People people,
            Map<UUID, Cited> cited,
            Map<String, List<IncidentFacts>> incidents) {
        Map<PersonId, Actor> known = people.persons(tests.stream()
                .flatMap(test -> Stream.of(test.preparedBy(), test.reviewedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return tests.stream()
                .map(test -> of(test, known, cited, incidents.getOrDefault(test.control(), List.of())))
                .toList();
    }

    private static TestAnswer of(
            ControlTestFacts test, Map<PersonId, Actor> people, Map<UUID, Cited> cited, List<IncidentFacts> incidents) {
        Conclusion conclusion = test.conclusion();
        return new TestAnswer(
                test.id(),
                test.control(),
                test.title(),
                test.round(),
                test.state().word(),
                test.population(),
                test.samples(),
                test.inquiry(),
                test.procedure(),
                test.performed(),
                test.itemsTested(),
                test.itemsFailed(),
                conclusion == null ? null : conclusion.word(),
                test.failedAttribute(),
                test.cause(),
                test.extent(),
                test.nilProof(),
                username(test.preparedBy(), people),
                test.preparedAt(),
                username(test.reviewedBy(), people),
                test.reviewedAt(),
                test.reviewNote(),
                Citation.of(test.evidence(), cited),
                incidents.stream().map(OnFile::of).toList(),
                test.version());
    }

    private static @Nullable String username(@Nullable PersonId person, Map<PersonId, Actor> people) {
        Actor actor = person == null ? null : people.get(person);
        return actor == null ? null : actor.username();
    }
}
