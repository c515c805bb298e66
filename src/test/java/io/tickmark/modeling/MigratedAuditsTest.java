package io.tickmark.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Running audits that are moved to models which an owner changed and another approved. */
@TickmarkTest
class MigratedAuditsTest {

    private final int port;
    private final JsonMapper json;
    private final People people;
    private final Clients clients;
    private final JdbcClient database;
    private final ModelOwners owners;

    MigratedAuditsTest(
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
        this.owners = new ModelOwners(port, people, bundles, shipped);
    }

    @AfterEach
    void putBack() {
        owners.putBack();
    }

    @Test
    @Tag("database")
    void anAuditIsTriedFirstAndThenMovedWithItsTasksTimersAndMilestones() {
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        asked(audit, "Before");
        int from = version("evidence-request");
        publish(Map.of(
                "evidence-request.bpmn",
                owners.live("evidence-request.bpmn")
                        .replace(
                                "name=\"Provide evidence\" camunda:formRef=\"provide-evidence\""
                                        + " camunda:formRefBinding=\"deployment\" camunda:assignee=\"${requestOwner}\""
                                        + " camunda:candidateGroups=\"control-owner\" camunda:dueDate=\"${requestDue}\"",
                                "name=\"Hand over evidence\" camunda:formRef=\"provide-evidence\""
                                        + " camunda:formRefBinding=\"deployment\""
                                        + " camunda:candidateGroups=\"client-compliance\" camunda:dueDate=\"P9D\"")
                        .replace("R3/P7D", "R3/P3D"),
                "engagement.bpmn",
                withMilestone(owners.live("engagement.bpmn"))));
        int to = version("evidence-request");
        assertThat(to).isGreaterThan(from);
        JsonNode before = audit.task("control-owner", "ProvideEvidence");
        String reminder = reminder(audit);

        JsonNode tried = migrated(from, to, "\"dryRun\":true", audit);
        assertThat(tried.path("movable").asInt()).isOne();
        assertThat(tried.path("moved").asInt()).isZero();
        assertThat(audit.task("control-owner", "ProvideEvidence")).isEqualTo(before);

        JsonNode moved = migrated(from, to, "\"dryRun\":false", audit);
        assertThat(moved.path("moved").asInt()).isOne();
        assertThat(moved.path("engagements").path(0).path("instances").asInt()).isEqualTo(2);
        JsonNode task = audit.task("client-compliance", "ProvideEvidence");
        assertThat(task.path("id")).isEqualTo(before.path("id"));
        assertThat(task.path("name").asString()).isEqualTo("Hand over evidence");
        assertThat(task.path("role").asString()).isEqualTo("client-compliance");
        assertThat(task.path("due").asString()).isNotEqualTo(before.path("due").asString());
        assertThat(task.path("version").asInt())
                .isGreaterThan(before.path("version").asInt());
        assertThat(tasks(audit, "control-owner")).doesNotContain("UserTask_ProvideEvidence");
        assertThat(reminder(audit)).isLessThan(reminder);
        assertThat(milestones(audit)).contains("Proposal made");
        assertThat(events(audit)).contains("models-changed");
        asked(audit, "After");
        assertThat(bundles(audit)).hasSize(1);
        audit.done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));
        assertThat(audit.reachedNow("Proposal made")).isTrue();
    }

    @Test
    void whatCannotGoIsNamedAndStaysWholeUntilTheOwnerSaysWhere() {
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        asked(audit, "Stays");
        int from = version("engagement");
        publish(Map.of(
                "engagement.bpmn",
                owners.live("engagement.bpmn").replace("UserTask_PrepareProposal", "UserTask_WriteProposal")));
        int to = version("engagement");
        var before = bundles(audit);

        JsonNode stuck = migrate("engagement", from, to, "\"dryRun\":false", audit)
                .json()
                .path("engagements")
                .path(0);
        assertThat(stuck.path("moved").asBoolean()).isFalse();
        JsonNode obstacle = stuck.path("obstacles").path(0);
        assertThat(obstacle.path("process").asString()).isEqualTo("engagement");
        assertThat(obstacle.path("element").asString()).isEqualTo("UserTask_PrepareProposal");
        assertThat(obstacle.path("message").asString()).contains("say which element it goes to");
        assertThat(bundles(audit)).isEqualTo(before);

        String where = "\"dryRun\":false,\"elements\":{\"engagement\":"
                + "{\"UserTask_PrepareProposal\":\"UserTask_WriteProposal\"}}";
        assertThat(migrate("engagement", from, to, where, audit)
                        .json()
                        .path("moved")
                        .asInt())
                .isOne();
        assertThat(bundles(audit)).hasSize(1).isNotEqualTo(before);
        assertThat(tasks(audit, "audit-manager")).contains("UserTask_WriteProposal");
    }

    @Test
    void onlyOwnersMigrateAndOnlyWhatMakesSense() {
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        int live = version("engagement");
        Caller client = owners.ofClient(audit.client);
        String there = "/api/models/engagement/migrations";
        String body = "{\"from\":" + live + ",\"to\":" + live + "}";

        assertThat(owners.staff.post(there, body).status()).isEqualTo(403);
        assertThat(client.post(there, body).status()).isEqualTo(403);
        assertThat(owners.owner.post(there, body).status()).isEqualTo(422);
        assertThat(owners.owner
                        .post(there, "{\"to\":1}")
                        .json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("from");
        assertThat(owners.owner
                        .post(there, "{\"from\":" + live + ",\"to\":99999}")
                        .status())
                .isEqualTo(404);
        assertThat(owners.owner
                        .post("/api/models/define-scope/migrations", "{\"from\":1,\"to\":2}")
                        .status())
                .isIn(404, 422);
    }

    private JsonNode migrated(int from, int to, String how, AuditWorld audit) {
        Reply reply = migrate("evidence-request", from, to, how, audit);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private Reply migrate(String key, int from, int to, String how, AuditWorld audit) {
        return owners.owner.post(
                "/api/models/" + key + "/migrations",
                "{\"from\":" + from + ",\"to\":" + to + "," + how + ",\"engagements\":[\"" + audit.engagement + "\"]}");
    }

    private void publish(Map<String, String> files) {
        var form = ModelOwners.form();
        new TreeMap<>(files).forEach(form::file);
        owners.approved(owners.second, ModelOwners.taken(form.to(owners.owner, "/api/models")));
    }

    private static String withMilestone(String model) {
        String task = "candidateGroups=\"audit-manager\" camunda:dueDate=\"P5D\">\n      <bpmn:documentation>The audit"
                + " manager writes down what the client needs and how the firm would examine it. The client reads this"
                + " before anything is promised.</bpmn:documentation>\n";
        assertThat(model).contains(task);
        return model.replace(
                task,
                task + "      <bpmn:extensionElements>\n        <camunda:properties>\n"
                        + "          <camunda:property name=\"milestone\" value=\"Proposal made\" />\n"
                        + "          <camunda:property name=\"plannedDuration\" value=\"P5D\" />\n"
                        + "          <camunda:property name=\"after\" value=\"start\" />\n"
                        + "        </camunda:properties>\n      </bpmn:extensionElements>\n");
    }

    private static void asked(AuditWorld audit, String title) {
        audit.importSampleControls();
        var answer = audit.post(
                "audit-manager",
                "/api/engagements/" + audit.engagement + "/requests",
                Map.of(
                        "title",
                        title,
                        "kind",
                        "DOCUMENT",
                        "controls",
                        List.of("ORG-01"),
                        "owner",
                        audit.name("control-owner"),
                        "due",
                        "2099-01-01"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    private int version(String key) {
        return owners.owner.get("/api/models/" + key).json().path("version").asInt();
    }

    private static List<String> tasks(AuditWorld audit, String role) {
        return audit.get(role, "/api/tasks?limit=200&engagement=" + audit.engagement)
                .body()
                .path("items")
                .valueStream()
                .map(task -> task.path("key").asString())
                .toList();
    }

    private static List<String> milestones(AuditWorld audit) {
        return audit.get("audit-manager", "/api/engagements/" + audit.engagement + "/milestones")
                .body()
                .path("items")
                .valueStream()
                .map(milestone -> milestone.path("name").asString())
                .toList();
    }

    private static List<String> events(AuditWorld audit) {
        return audit.get("audit-manager", "/api/engagements/" + audit.engagement + "/trail?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("event").asString())
                .toList();
    }

    private String reminder(AuditWorld audit) {
        return database.sql("select min(j.DUEDATE_) from ACT_RU_JOB j join ACT_RU_EXECUTION e"
                        + " on e.ID_ = j.PROCESS_INSTANCE_ID_ where e.BUSINESS_KEY_ = ? and j.REPEAT_ is not null")
                .param(audit.engagement)
                .query(String.class)
                .single();
    }

    private List<String> bundles(AuditWorld audit) {
        return database.sql("select distinct d.DEPLOYMENT_ID_ from ACT_RU_EXECUTION e"
                        + " join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_ where e.BUSINESS_KEY_ = ?")
                .param(audit.engagement)
                .query(String.class)
                .list();
    }
}
