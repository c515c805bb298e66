package io.tickmark.reporting;

import io.tickmark.description.IncidentFacts;
import io.tickmark.description.Incidents;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Management cannot say that nothing happened since the period ended while its own register says what did (AT-C 205). */
@Component
class InquireSubsequentEvents implements TaskRules {

    private final Incidents incidents;

    InquireSubsequentEvents(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        List<IncidentFacts> since = incidents.sinceTheEnd(task.engagement());
        return since.isEmpty()
                ? Map.of()
                : Map.of(
                        "subsequentEvents",
                        "events",
                        "eventsDescription",
                        since.stream()
                                .map(incident -> incident.label() + ": " + incident.nature())
                                .collect(Collectors.joining("\n\n")));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        if (!answers.text("subsequentEvents").equals("none")) {
            return List.of();
        }
        return incidents.sinceTheEnd(task.engagement()).stream()
                .map(incident -> new Refusal(
                        "subsequentEvents",
                        incident.label() + " is on file for the time since then: tell of it, or say why it does not"
                                + " matter"))
                .toList();
    }
}
