package io.tickmark.modeling;

import static io.tickmark.modeling.OwnersModels.MILESTONE;
import static io.tickmark.modeling.OwnersModels.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.AuditWorld.Answer;
import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A step that nobody wrote Java for, from Modeler's Deploy button to the engagement's file. */
@TickmarkTest
class LegalReviewTest {

    private static final Map<String, Object> AGREED = Map.of("legalDecision", "agree", "liabilityLimit", 500);

    private final int port;
    private final JsonMapper json;
    private final People people;
    private final Clients clients;
    private final JdbcClient database;
    private final OwnersModels models;
    private final ModelOwners owners;
    private final Caller admin;

    LegalReviewTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired Bundles bundles,
            @Autowired ShippedModels shipped,
            @Autowired JdbcClient database) {
        this.port = port;
        this.json = json;
        this.people = people;
        this.clients = clients;
        this.database = database;
        this.models = new OwnersModels(port, people, bundles, shipped);
        this.owners = models.owners();
        this.admin = owners.person("admin-of-" + owners.ownerName, null, "admin");
    }

    @AfterEach
    void putBack() {
        models.putBack();
    }

    @Test
    void aRoleIsAddedBeforeAModelNamesIt() {
        Reply reply = ModelOwners.form()
                .file(
                        "renewal.bpmn",
                        owners.live("renewal.bpmn")
                                .replace(
                                        "candidateGroups=\"client-sponsor\"",
                                        "candidateGroups=\"treasury-" + owners.ownerName + "\""))
                .to(owners.owner, "/api/models");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("added by an administrator first");
    }

    @Test
    void theNextEngagementHasTheStepAndWhatItAnsweredStandsInFileAndTrail() {
        OwnersModels.addRole(admin);
        models.publish();
        AuditWorld audit = withLegal();
        proposedReportIsThatOfTheNewRow(audit);
        accepted(audit);
        assertThat(planned(audit)).isTrue();
        audit.done("audit-manager", "DraftEngagementLetter", Map.of());

        JsonNode task = audit.task("legal", REVIEW);
        assertThat(task.path("name").asString()).isEqualTo("Legal review");
        assertThat(task.path("phase").asString()).isEqualTo("scoping");
        assertThat(task.path("role").asString()).isEqualTo("legal");
        assertThat(task.path("form").path("id").asString()).isEqualTo("legal-review");
        assertThat(task.path("data").path("engagement").path("client").asString())
                .startsWith("Northwind");
        assertThat(audit.get("client-sponsor", "/api/tasks/" + task.path("id").asString())
                        .status())
                .as("the client's leads oversee their side")
                .isEqualTo(200);
        assertThat(audit.complete("client-compliance", task, AGREED).status())
                .as("nobody stands in for somebody")
                .isEqualTo(403);
        wrongAnswersAreRefused(audit, task);
        assertThat(answeredBefore(audit, "legal").isEmpty()).isTrue();

        done(audit, "legal", Map.of("legalDecision", "revise", "legalReason", "No cap ⚖️", "liabilityLimit", 1));
        assertThat(tasks(audit, "audit-partner")).doesNotContain("UserTask_SignLetterForFirm");
        assertThat(audit.reachedNow(MILESTONE)).isFalse();
        audit.done("audit-manager", "DraftEngagementLetter", Map.of());
        assertThat(answeredBefore(audit, "legal").path("legalReason").asString())
                .isEqualTo("No cap ⚖️");
        assertThat(answeredBefore(audit, "client-sponsor").path("legalReason").asString())
                .as("the client's leads read what their side answers")
                .isEqualTo("No cap ⚖️");
        done(audit, "legal", AGREED);
        assertThat(audit.reached(MILESTONE)).isTrue();
        audit.done("audit-partner", "SignLetterForFirm", Map.of("signature", true));

        theAnswersAreKept(audit);
        legalSeesItsOwnTasksOnly(audit);
    }

    @Test
    void aRunningEngagementGoesOnWithoutItAndHasItOnceItIsMoved() {
        AuditWorld passed = new AuditWorld(port, json, people, clients);
        AuditWorld waits = new AuditWorld(port, json, people, clients);
        for (AuditWorld audit : List.of(passed, waits)) {
            audit.accepted(List.of("SECURITY"));
            audit.task("audit-manager", "DraftEngagementLetter");
        }
        int from = version();
        OwnersModels.addRole(admin);
        models.publish();

        passed.done("audit-manager", "DraftEngagementLetter", Map.of());
        passed.task("audit-partner", "SignLetterForFirm");

        JsonNode tried = migrated(from, true, passed, waits);
        assertThat(tried.path("movable").asInt()).isEqualTo(2);
        assertThat(tried.path("moved").asInt()).isZero();
        assertThat(migrated(from, false, passed, waits).path("moved").asInt()).isEqualTo(2);

        passed.done("audit-partner", "SignLetterForFirm", Map.of("signature", true));
        assertThat(tasks(passed, "client-compliance")).doesNotContain("Activity_" + REVIEW);
        waits.done("audit-manager", "DraftEngagementLetter", Map.of());
        waits.task("client-compliance", REVIEW);
        assertThat(planned(waits)).isTrue();

        assertThat(timers(waits)).isOne();
        assertThat(admin.post("/api/demo/clock", "{\"advance\":\"P4D\"}").status())
                .isEqualTo(200);
        assertThat(timers(waits)).as("the timer came and went beside the task").isZero();
        done(waits, "client-compliance", AGREED);
        assertThat(waits.reached(MILESTONE)).isTrue();
        waits.task("audit-partner", "SignLetterForFirm");
    }

    private AuditWorld withLegal() {
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        people.create(new NewPerson(audit.name("legal"), "Lea Brandt", audit.client, Set.of("legal")), "tickmark");
        audit.appoint(Map.of("legal", audit.name("legal")));
        return audit;
    }

    private static void proposedReportIsThatOfTheNewRow(AuditWorld audit) {
        audit.done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));
        audit.done("client-sponsor", "DecideProposal", Map.of("proposalDecision", "accept"));
        audit.done(
                "client-compliance",
                "DescribeNeed",
                Map.of(
                        "services",
                        "Storage",
                        "readers",
                        "user-auditors",
                        "financialReporting",
                        "no",
                        "timeFrame",
                        "period"));
        assertThat(audit.task("audit-manager", "ConfirmReports")
                        .path("data")
                        .path("proposedReport")
                        .asString())
                .isEqualTo("SOC1_TYPE_II");
    }

    private static void accepted(AuditWorld audit) {
        audit.done("audit-manager", "ConfirmReports", Map.of("categories", List.of("SECURITY")));
        audit.done("audit-partner", "ConfirmLicence", audit.licence);
        List.of("audit-partner", "audit-manager", "audit-senior", "audit-staff", "quality-reviewer")
                .forEach(role -> audit.done(
                        role, "ConfirmIndependence", Map.of("independence", "independent", "signature", true)));
        audit.done("audit-partner", "AcceptEngagement", AuditWorld.acceptance("accept", "no"));
    }

    private static void wrongAnswersAreRefused(AuditWorld audit, JsonNode task) {
        assertThat(refused(audit, task, Map.of())).contains("legalDecision", "liabilityLimit");
        assertThat(refused(audit, task, Map.of("legalDecision", "maybe", "liabilityLimit", 5)))
                .containsExactly("legalDecision");
        assertThat(refused(audit, task, Map.of("legalDecision", "agree", "liabilityLimit", 0)))
                .containsExactly("liabilityLimit");
        assertThat(refused(audit, task, Map.of("legalDecision", "revise", "liabilityLimit", 5)))
                .containsExactly("legalReason");
    }

    private static JsonNode answeredBefore(AuditWorld audit, String reader) {
        String id = audit.task("legal", REVIEW).path("id").asString();
        return audit.get(reader, "/api/tasks/" + id).body().path("data").path("answers");
    }

    private static List<String> refused(AuditWorld audit, JsonNode task, Map<String, ?> data) {
        Answer answer = audit.complete("legal", task, data);
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        return answer.errorFields();
    }

    private static void done(AuditWorld audit, String role, Map<String, ?> data) {
        audit.done(role, REVIEW, data);
    }

    private static void theAnswersAreKept(AuditWorld audit) {
        for (String reader : List.of("audit-staff", "client-sponsor", "legal")) {
            List<JsonNode> reviews = file(audit, reader).stream()
                    .filter(item -> item.path("key").asString().equals(REVIEW))
                    .toList();
            assertThat(reviews).as(reader).hasSize(2);
            JsonNode first = reviews.get(0);
            assertThat(first.path("name").asString()).isEqualTo("Legal review");
            assertThat(first.path("role").asString()).isEqualTo("legal");
            assertThat(first.path("person").asString()).isEqualTo("Lea Brandt");
            assertThat(first.path("answers").path("legalReason").asString()).isEqualTo("No cap ⚖️");
            assertThat(reviews.get(1).path("answers").path("liabilityLimit").asInt())
                    .isEqualTo(500);
            assertThat(entries(audit))
                    .anyMatch(entry -> entry.path("event").asString().equals("task-completed")
                            && entry.path("facts").path("key").asString().equals("Activity_" + REVIEW)
                            && entry.path("facts").path("answersSha256").equals(first.path("answersSha256")));
        }
    }

    private static void legalSeesItsOwnTasksOnly(AuditWorld audit) {
        String own = "/api/engagements/" + audit.engagement;
        assertThat(audit.get("legal", own).status()).isEqualTo(200);
        assertThat(audit.get("legal", own + "/tests").status()).isEqualTo(404);
        assertThat(audit.get("legal", own + "/trail").status()).isEqualTo(404);
        assertThat(audit.get("legal", own + "/requests").status()).isEqualTo(404);
        assertThat(audit.get("legal", own + "/gaps").status()).isEqualTo(403);
        assertThat(audit.get("legal", own + "/findings").status()).isEqualTo(403);
        assertThat(audit.get("legal", own + "/reports").body().path("items")).isEmpty();
        assertThat(file(audit, "legal"))
                .allMatch(item -> item.path("role").asString().equals("legal"));
        assertThat(file(audit, "control-owner")).isEmpty();
    }

    private static List<JsonNode> file(AuditWorld audit, String role) {
        Answer answer = audit.get(role, "/api/engagements/" + audit.engagement + "/file?limit=200");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    private static List<JsonNode> entries(AuditWorld audit) {
        return audit.get("audit-manager", "/api/engagements/" + audit.engagement + "/trail?limit=200")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static boolean planned(AuditWorld audit) {
        return audit.get("audit-manager", "/api/engagements/" + audit.engagement + "/milestones")
                .body()
                .path("items")
                .valueStream()
                .anyMatch(milestone -> milestone.path("name").asString().equals(MILESTONE)
                        && milestone.path("planned").isString()
                        && milestone.path("actual").isNull());
    }

    private static List<String> tasks(AuditWorld audit, String role) {
        return audit.get(role, "/api/tasks?limit=200&engagement=" + audit.engagement)
                .body()
                .path("items")
                .valueStream()
                .map(task -> task.path("key").asString())
                .toList();
    }

    private int version() {
        return owners.owner.get("/api/models/scoping").json().path("version").asInt();
    }

    private JsonNode migrated(int from, boolean dry, AuditWorld... audits) {
        String engagements = json.writeValueAsString(
                List.of(audits).stream().map(audit -> audit.engagement).toList());
        Reply reply = owners.owner.post(
                "/api/models/scoping/migrations",
                "{\"from\":" + from + ",\"to\":" + version() + ",\"dryRun\":" + dry + ",\"engagements\":" + engagements
                        + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private int timers(AuditWorld audit) {
        return database.sql("select count(*) from ACT_RU_JOB j join ACT_RU_EXECUTION e"
                        + " on e.ID_ = j.PROCESS_INSTANCE_ID_ where e.BUSINESS_KEY_ = ? and j.HANDLER_CFG_ = ?")
                .params(audit.engagement, OwnersModels.TIMER)
                .query(Integer.class)
                .single();
    }
}
