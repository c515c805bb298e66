package io.tickmark.changes;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.identity.People;
import io.tickmark.kernel.PersonId;
import io.tickmark.scoping.ScopeChange;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskSubject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A change in words, as its forms and the amended letter show it. */
@Component
class ChangeForm {

    private final Changes changes;
    private final Engagements engagements;
    private final ScopeChange scope;
    private final EngagementFile file;
    private final People people;

    ChangeForm(Changes changes, Engagements engagements, ScopeChange scope, EngagementFile file, People people) {
        this.changes = changes;
        this.engagements = engagements;
        this.scope = scope;
        this.file = file;
        this.people = people;
    }

    ChangeRequest change(OpenTask task) {
        return changes.get(task.engagement(), ChangeRequestProcess.change(task));
    }

    TaskSubject subject(OpenTask task) {
        ChangeRequest change = change(task);
        return new TaskSubject(
                change.id().toString(), change.reference() + " " + change.kind().label());
    }

    Map<String, String> words(ChangeRequest change) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("kind", change.kind().label());
        words.put("reasonCode", change.reasonCode().label());
        words.put("description", change.description() + effects(change) + newScope(change));
        words.put("askedBy", people.name(change.askedBy()));
        return words;
    }

    /** What the change does to what is kept as data, a paragraph each. */
    private String effects(ChangeRequest change) {
        StringBuilder effects = new StringBuilder();
        LocalDate end = change.newPeriodEnd();
        if (end != null) {
            String what = engagements.facts(change.engagement()).atOneDate()
                    ? "The report speaks of "
                    : "The period ends on ";
            effects.append("\n\n" + what + end + " instead of " + change.formerPeriodEnd() + ".");
        }
        change.team()
                .roles()
                .forEach((role, holders) -> effects.append("\n\nTeam, " + role + ": " + names(holders) + "."));
        LocalDate day = change.neededBy();
        if (day != null) {
            effects.append("\n\nThe report is needed by " + day + ".");
        }
        return effects.toString();
    }

    private String names(List<PersonId> holders) {
        return holders.isEmpty() ? "nobody" : holders.stream().map(people::name).collect(Collectors.joining(", "));
    }

    /** The letter as it was agreed, every amendment since, and this one. */
    String letter(ChangeRequest change) {
        String agreed = file.latest(change.engagement(), "DraftEngagementLetter")
                .map(draft -> draft.answers().text("letterText"))
                .orElse("Engagement letter");
        List<ChangeRequest> amendments = changes.applied(change.engagement());
        return Stream.concat(
                        Stream.of(agreed.strip()),
                        Stream.concat(
                                amendments.stream().map(applied -> amendment(applied, "")),
                                Stream.of(amendment(change, newScope(change)))))
                .collect(Collectors.joining("\n\n"));
    }

    private String newScope(ChangeRequest change) {
        return change.kind().changesScope() && change.state().isOpen()
                ? scope.words(change.engagement(), change.id()).stream()
                        .map(sentence -> "\n\n" + sentence + ".")
                        .collect(Collectors.joining())
                : "";
    }

    private String amendment(ChangeRequest change, String scope) {
        return "Amendment " + change.reference() + "\n\n" + change.kind().label() + ". " + change.description()
                + effects(change) + scope + "\n\nReason. "
                + change.reasonCode().label()
                + ".\n\nEverything else stays as agreed.";
    }
}
