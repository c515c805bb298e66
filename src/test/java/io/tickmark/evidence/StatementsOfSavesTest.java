package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.Statements;
import io.tickmark.evidence.EvidenceWorld.Sent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * How many SQL statements a save may cost, sign-in, task, facts, trail and engine together, and that more rows do not
 * cost more of them. Who raises a bound says why in the commit.
 */
class StatementsOfSavesTest extends OverHttp {

    /** Whether steps are still at work is asked again and again. */
    private static final String STEPS_AT_WORK = "select count(*) from ACT_RU_JOB j join ACT_RU_EXECUTION";

    private static List<String> during(Runnable request) {
        return Statements.during(request).stream()
                .filter(sql -> !sql.startsWith(STEPS_AT_WORK))
                .toList();
    }

    private static void atMost(int bound, List<String> statements) {
        assertThat(statements)
                .as("%d statements:%n%s", statements.size(), String.join("\n", statements))
                .hasSizeBetween(1, bound);
    }

    @Test
    @Tag("database")
    void aTaskIsCompletedInFewStatements() {
        // the engine reads a model once
        completed(anotherWorld().audit);
        atMost(30, completed(world.audit));
    }

    private static List<String> completed(AuditWorld audit) {
        JsonNode task = audit.task(MANAGER, "PrepareProposal");
        Map<String, String> proposal = Map.of("understanding", "SaaS", "approach", "Type II");
        return during(() ->
                assertThat(audit.complete(MANAGER, task, proposal).status()).isEqualTo(200));
    }

    @Test
    void tasksAreListedAndOpenedInFewStatements() {
        JsonNode task = world.audit.task(MANAGER, "PrepareProposal");
        atMost(2, during(() -> assertThat(world.audit.get(MANAGER, "/api/tasks").status())
                .isEqualTo(200)));
        String path = "/api/tasks/" + task.path("id").asString();
        atMost(9, during(() -> assertThat(world.audit.get(MANAGER, path).status())
                .isEqualTo(200)));
        world.asked("DOCUMENT", "ORG-01");
        String request = "/api/tasks/"
                + world.audit.task(OWNER, "ProvideEvidence").path("id").asString();
        atMost(14, during(() -> assertThat(world.audit.get(OWNER, request).status())
                .isEqualTo(200)));
    }

    @Test
    void aDraftIsSavedInFewStatements() {
        JsonNode task = world.audit.task(MANAGER, "PrepareProposal");
        atMost(6, during(() -> assertThat(world.audit
                        .post(
                                MANAGER,
                                "/api/tasks/" + task.path("id").asString() + "/draft",
                                Map.of("data", Map.of("understanding", "SaaS")))
                        .status())
                .isBetween(200, 204)));
    }

    @Test
    void aDocumentCountsInFewStatementsAndFilesDoNotAskForOneAnother() {
        String request = world.asked("DOCUMENT", "ORG-01");
        List<String> one = during(() -> uploaded(request, 1));
        atMost(28, one);
        List<String> five = during(() -> uploaded(request, 5));
        assertThat(five.size() - one.size()).as("for four further files").isLessThanOrEqualTo(52);
    }

    private void uploaded(String request, int files) {
        Sent[] sent = IntStream.range(0, files)
                .mapToObj(i -> Sent.of(files + "-" + i + ".txt", "text " + i))
                .toArray(Sent[]::new);
        // what waits for reading asks now and then whether it is done
        taken(world.upload(OWNER, uploads(request), Map.of("Prefer", "respond-async"), sent));
    }

    @Test
    void factsOfADocumentAreReadInFewStatements() {
        String request = world.asked("DOCUMENT", "ORG-01");
        String id = world.given(request, "a.txt", "1").path("id").asString();
        // one of them asks whether its request is confidential
        atMost(8, during(() -> assertThat(
                        world.get(OWNER, "/api/documents/" + id).status())
                .isEqualTo(200)));
        List<String> one = during(
                () -> assertThat(world.get(OWNER, "/api/requests/" + request).status())
                        .isEqualTo(200));
        uploaded(request, 5);
        List<String> six = during(
                () -> assertThat(world.get(OWNER, "/api/requests/" + request).status())
                        .isEqualTo(200));
        assertThat(six).hasSameSizeAs(one);
    }

    @Test
    void aLongListOfControlsIsImportedLikeAShortOne() {
        AuditWorld few = anotherWorld().audit;
        AuditWorld many = anotherWorld().audit;
        List<String> ten = during(() -> imported(few, 10));
        // a batch holds fifty
        List<String> fifty = during(() -> imported(many, 50));
        atMost(6, ten);
        assertThat(fifty).hasSameSizeAs(ten);
        List<String> again = during(() -> imported(many, 50));
        atMost(6, again);
    }

    private static void imported(AuditWorld audit, int controls) {
        StringBuilder csv = new StringBuilder("id,title,description,criteria,frequency,nature,evidence_requests\n");
        for (int i = 1; i <= controls; i++) {
            csv.append(
                    "NEW-%02d,Control %d,Somebody looks.,CC1.1,annual,detective/manual,DOC minutes\n".formatted(i, i));
        }
        var done = audit.importControls("client-compliance", csv.toString().getBytes(UTF_8));
        assertThat(done.status()).as("%s", done).isEqualTo(200);
    }

    @Test
    @Tag("database")
    void aPageOfRequestsTakesAsManyStatementsHoweverManyItShows() {
        String path = "/api/engagements/" + world.audit.engagement + "/requests";
        world.given(world.asked("DOCUMENT", "ORG-01", "ORG-02"), "a.txt", "1");
        List<String> one =
                during(() -> assertThat(world.get(STAFF, path).status()).isEqualTo(200));
        for (int i = 0; i < 4; i++) {
            world.given(world.asked("DOCUMENT", "ORG-01", "ORG-02"), "a.txt", "1");
        }
        List<String> five =
                during(() -> assertThat(world.get(STAFF, path).status()).isEqualTo(200));
        assertThat(five).hasSameSizeAs(one);
        atMost(11, five);
    }
}
