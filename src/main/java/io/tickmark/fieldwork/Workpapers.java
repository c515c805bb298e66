package io.tickmark.fieldwork;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.tickmark.binder.BinderPapers;
import io.tickmark.binder.Paper;
import io.tickmark.engagement.Team;
import io.tickmark.evidence.CitedEvidence;
import io.tickmark.evidence.CitedEvidence.Cited;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The workpapers of an engagement to take along: every round of every test, for who reads workpapers. */
@Component
class Workpapers implements BinderPapers {

    private final Tests tests;
    private final Deviations deviations;
    private final CitedEvidence evidence;
    private final Team team;
    private final People people;

    Workpapers(Tests tests, Deviations deviations, CitedEvidence evidence, Team team, People people) {
        this.tests = tests;
        this.deviations = deviations;
        this.evidence = evidence;
        this.team = team;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> of(Actor reader, EngagementId engagement, @Nullable String control) {
        if (!team.readsWorkpapers(reader, engagement)) {
            return List.of();
        }
        List<ControlTestFacts> all = tests.rounds(engagement).stream()
                .filter(test -> control == null || test.control().equals(control))
                .toList();
        Map<PersonId, Actor> known = people.persons(all.stream()
                .flatMap(test -> Stream.of(test.preparedBy(), test.reviewedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, Cited> cited = evidence.of(
                reader,
                engagement,
                all.stream()
                        .flatMap(test -> test.evidence().stream())
                        .map(CitedDocument::document)
                        .collect(Collectors.toSet()));
        Map<UUID, DeviationFacts> found =
                deviations.of(engagement).stream().collect(toMap(DeviationFacts::test, identity()));
        return all.stream()
                .map(test -> paper(test, found.get(test.id()), cited, known))
                .toList();
    }

    private static Paper paper(
            ControlTestFacts test,
            @Nullable DeviationFacts deviation,
            Map<UUID, Cited> cited,
            Map<PersonId, Actor> known) {
        Conclusion conclusion = test.conclusion();
        return new Paper(
                test.id(),
                test.control(),
                test.title(),
                test.round(),
                test.state().word(),
                conclusion == null ? null : conclusion.word(),
                signature(test.preparedBy(), test.preparedAt(), known),
                signature(test.reviewedBy(), test.reviewedAt(), known),
                PaperParts.of(test, deviation),
                Citation.of(test.evidence(), cited).stream()
                        .map(one -> new Paper.Citation(
                                one.document(),
                                one.name(),
                                one.request(),
                                one.version(),
                                one.sha256(),
                                one.workpaper(),
                                one.takenOut()))
                        .toList());
    }

    private static Paper.@Nullable Signature signature(
            @Nullable PersonId person, @Nullable Instant at, Map<PersonId, Actor> known) {
        if (person == null || at == null) {
            return null;
        }
        Actor actor = known.get(person);
        return new Paper.Signature(actor == null ? null : actor.username(), at.toString());
    }
}
