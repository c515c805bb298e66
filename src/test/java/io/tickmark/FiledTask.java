package io.tickmark;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Files tasks as if they had been completed in a process that a test leaves out. */
public record FiledTask(EngagementFile file, People people, TransactionTemplate transaction, JsonMapper json) {

    /** A task of no process, as a test gives it to the rules of its phrase. */
    public static OpenTask open(AuditWorld world, String role, String phrase) {
        return new OpenTask(
                UUID.randomUUID().toString(),
                "UserTask_" + phrase,
                phrase,
                EngagementId.of(world.engagement),
                "left-out",
                "",
                "",
                "",
                role,
                null,
                null,
                -1,
                Map.of());
    }

    public void by(AuditWorld world, String role, String phrase, Map<String, String> answers) {
        OpenTask task = open(world, role, phrase);
        var given = json.createObjectNode();
        answers.forEach(given::put);
        transaction.executeWithoutResult(
                status -> file.record(task, "", people.named(world.name(role)).orElseThrow(), new Answers(given)));
    }
}
