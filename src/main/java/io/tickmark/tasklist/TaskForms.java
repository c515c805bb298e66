package io.tickmark.tasklist;

import io.tickmark.engagement.AnsweredBefore;
import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.identity.Clients;
import io.tickmark.kernel.Actor;
import io.tickmark.workflow.Forms;
import io.tickmark.workflow.OpenTask;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form of a task and the values it opens with: what every form knows of its engagement, then the task's own. */
@Component
class TaskForms {

    private static final String ANSWERS = "answers";

    private final Forms forms;
    private final Engagements engagements;
    private final Clients clients;
    private final RulesByPhrase rules;
    private final AnsweredBefore before;
    private final JsonMapper json;

    TaskForms(
            Forms forms,
            Engagements engagements,
            Clients clients,
            RulesByPhrase rules,
            AnsweredBefore before,
            JsonMapper json) {
        this.forms = forms;
        this.engagements = engagements;
        this.clients = clients;
        this.rules = rules;
        this.before = before;
        this.json = json;
    }

    JsonNode schema(OpenTask task) {
        return forms.schema(task.deployment(), task.form());
    }

    /** What the server knows; a form's own check trusts nothing else. */
    ObjectNode known(OpenTask task, Actor actor) {
        EngagementFacts engagement = engagements.facts(task.engagement());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("engagement", summary(engagement));
        Set<String> asked = forms.earlierAnswers(task.deployment(), task.form());
        if (!asked.isEmpty()) {
            data.put(ANSWERS, before.of(task, actor, asked));
        }
        data.putAll(rules.of(task).prefill(task, actor));
        return json.valueToTree(data);
    }

    private Map<String, @Nullable Object> summary(EngagementFacts engagement) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("title", engagement.title());
        summary.put("client", clients.get(engagement.client()).name());
        summary.put("measure", engagement.byObjectives() ? "objectives" : "criteria");
        engagement.reports().stream().findFirst().ifPresent(report -> {
            summary.put("periodStart", report.periodStart());
            summary.put("periodEnd", report.periodEnd());
            summary.put("asOf", report.asOf());
            summary.put(
                    "categories",
                    report.categories().stream()
                            .map(category -> category.label())
                            .toList());
        });
        return summary;
    }
}
