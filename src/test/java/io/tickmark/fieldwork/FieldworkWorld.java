package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.FiledTask;
import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Category;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Jobs;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An engagement in fieldwork whose period is over, worked on over HTTP; made by {@link Factory}. */
final class FieldworkWorld {

    static final LocalDate START = LocalDate.parse("2026-01-01");
    static final LocalDate END = LocalDate.parse("2026-03-31");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final AuditWorld audit;
    final EngagementId engagement;
    private final Factory factory;

    private FieldworkWorld(AuditWorld audit, Factory factory) {
        this.audit = audit;
        this.engagement = EngagementId.of(audit.engagement);
        this.factory = factory;
    }

    /** What a test needs of the application to make its world. */
    record Factory(
            JsonMapper json,
            People people,
            Clients clients,
            Engagements engagements,
            Processes processes,
            Jobs jobs,
            EngagementFile file,
            TransactionTemplate transaction) {

        static Factory of(ApplicationContext application) {
            return new Factory(
                    application.getBean(JsonMapper.class),
                    application.getBean(People.class),
                    application.getBean(Clients.class),
                    application.getBean(Engagements.class),
                    application.getBean(Processes.class),
                    application.getBean(Jobs.class),
                    application.getBean(EngagementFile.class),
                    new TransactionTemplate(application.getBean(PlatformTransactionManager.class)));
        }

        /** @param controls lines of a control list: id, frequency and evidence, such as {@code A-1,daily,POP x;SMP y} */
        FieldworkWorld world(int port, List<String> controls, String... absent) {
            AuditWorld audit = new AuditWorld(port, json, people, clients, Set.of(absent));
            StringBuilder list =
                    new StringBuilder("id,title,description,criteria,frequency,nature,evidence_requests\n");
            for (String control : controls) {
                String[] parts = control.split(",", 3);
                list.append(parts[0]).append(",Control ").append(parts[0]).append(" 🔑,It works,CC6.1;CC6.2,");
                list.append(parts[1])
                        .append(",preventive/manual,")
                        .append(parts[2])
                        .append('\n');
            }
            if (!controls.isEmpty()) {
                var imported = audit.importControls(
                        "client-compliance", list.toString().getBytes(StandardCharsets.UTF_8));
                assertThat(imported.status()).as("%s", imported).isEqualTo(200);
            }
            FieldworkWorld world = new FieldworkWorld(audit, this);
            world.planReport();
            return world;
        }
    }

    private void planReport() {
        ReportPlan report = new ReportPlan(
                UUID.randomUUID(),
                ReportType.SOC2,
                AttestationType.TYPE_II,
                List.of(Category.values()),
                START,
                END,
                null);
        factory.transaction()
                .executeWithoutResult(status -> factory.engagements().plan(engagement, List.of(report)));
    }

    /** Starts the process of fieldwork, as the life cycle does when the period begins or reporting sends work back. */
    FieldworkWorld begun(String furtherWork) {
        Map<Variable<?>, Object> variables = new LinkedHashMap<>();
        variables.put(Variable.text("furtherWork"), furtherWork);
        new FiledTask(factory.file(), factory.people(), factory.transaction(), factory.json())
                .by(audit, "audit-partner", "AcceptEngagement", Map.of("acceptanceDecision", "accept"));
        variables.put(Variable.flag("atOneDate"), false);
        variables.put(Variable.date("periodStart"), START);
        variables.put(Variable.date("periodEnd"), END);
        variables.put(Variable.date("periodOver"), END.plusDays(1));
        factory.transaction().executeWithoutResult(status -> factory.processes()
                .start("fieldwork", factory.engagements().facts(engagement).bundle(), engagement, variables));
        return this;
    }

    FieldworkWorld planned(Map<String, ?> plan) {
        begun("no");
        audit.done("audit-manager", "AssessRisk", Map.of("riskLevel", "low", "riskNarrative", "Stable 🧱"));
        audit.done("audit-senior", "PlanTests", plan);
        quiet();
        return this;
    }

    /** Through walkthroughs and roll forward, so that only open work is waited for. */
    void rolledForward() {
        audit.done(
                "audit-senior",
                "HoldWalkthroughs",
                Map.of("walkthroughAttendees", "Engineer", "walkthroughNotes", "Saw one case"));
        audit.done(
                "audit-senior",
                "RollForward",
                Map.of("rollForwardResult", "no-change", "rollForwardNotes", "Asked the engineer"));
    }

    /** Everything asked for is provided and accepted until nothing is, populations with so many records. */
    void evidenceGiven(int population) {
        while (true) {
            quiet();
            List<JsonNode> asked = tasks("control-owner", "ProvideEvidence");
            List<JsonNode> given = tasks("audit-staff", "ReviewEvidence");
            if (asked.isEmpty() && given.isEmpty()) {
                return;
            }
            asked.forEach(task -> provide(task, population));
            given.forEach(task -> taken(audit.complete("audit-staff", task, Map.of("evidenceDecision", "accept"))));
        }
    }

    /** Everything asked for now is provided, and waits for its review. */
    void provided(int population) {
        quiet();
        tasks("control-owner", "ProvideEvidence").forEach(task -> provide(task, population));
        quiet();
    }

    private void provide(JsonNode task, int population) {
        String id = task.path("id").asString();
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nid,day\n1," + id + "\n\r\n--x--\r\n";
        var kept = audit.send(
                "control-owner",
                "/api/tasks/" + id + "/documents",
                "multipart/form-data; boundary=x",
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(kept.status()).as("%s", kept).isLessThan(300);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "files",
                List.of(Map.of("documentId", kept.body().get(0).path("id").asString())));
        if (!task.path("data").path("request").path("kind").asString("").isEmpty()) {
            data.put("populationCount", population);
            data.put("populationSource", "Ticket system, all of the period");
            data.put("extractedOn", "2026-04-01");
        }
        taken(audit.complete("control-owner", task, data));
    }

    static void taken(AuditWorld.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    /** The open tasks of a phrase, each as it opens. */
    List<JsonNode> tasks(String role, String phrase) {
        List<JsonNode> found = new ArrayList<>();
        audit.get(role, "/api/tasks?limit=200&engagement=" + engagement)
                .body()
                .path("items")
                .forEach(task -> {
                    if (task.path("key").asString().equals("UserTask_" + phrase)) {
                        found.add(
                                audit.get(role, "/api/tasks/" + task.path("id").asString())
                                        .body());
                    }
                });
        return found;
    }

    /** A workpaper that concludes as given; what is left out stays as proposed. */
    static Map<String, Object> workpaper(Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of(
                "inquiry", "Asked the engineer 👷; runs as described",
                "procedure", "inspection",
                "procedurePerformed", "Compared each item with its ticket"));
        data.putAll(more);
        return data;
    }

    static Map<String, Object> deviating(int failed) {
        return workpaper(Map.of(
                "conclusion", "deviation",
                "itemsFailed", failed,
                "failedAttribute", "Approval came later",
                "cause", "Haste",
                "extent", "isolated"));
    }

    /** A paper of the auditor's own, for controls that nothing is asked for. */
    List<Map<String, Object>> ownPaper(String role, JsonNode task) {
        var kept = audit.send(
                role,
                "/api/tasks/" + task.path("id").asString() + "/documents",
                "multipart/form-data; boundary=x",
                ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"paper.txt\"\r\n"
                                + "Content-Type: text/plain\r\n\r\nwhat I saw\r\n--x--\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(kept.status()).as("%s", kept).isLessThan(300);
        return List.of(Map.of("documentId", kept.body().get(0).path("id").asString()));
    }

    /** Prepares every open test as effective, with a paper of the auditor's own. */
    void prepared() {
        for (JsonNode task : tasks("audit-staff", "TestControl")) {
            taken(audit.complete(
                    "audit-staff",
                    task,
                    workpaper(Map.of("conclusion", "effective", "workpapers", ownPaper("audit-staff", task)))));
        }
        quiet();
    }

    /** Prepares and approves every open test as effective. */
    void tested() {
        prepared();
        for (JsonNode task : tasks("audit-senior", "ReviewWorkpaper")) {
            taken(audit.complete("audit-senior", task, Map.of("reviewDecision", "approve")));
        }
        quiet();
    }

    JsonNode tests() {
        return audit.get("audit-senior", "/api/engagements/" + engagement + "/tests")
                .body()
                .path("items");
    }

    JsonNode test(String control) {
        for (JsonNode test : tests()) {
            if (test.path("control").asString().equals(control)) {
                return test;
            }
        }
        throw new AssertionError("No test of " + control + " in " + tests());
    }

    JsonNode requests() {
        return audit.get("audit-senior", "/api/engagements/" + engagement + "/requests?limit=200")
                .body()
                .path("items");
    }

    List<String> trail() {
        List<String> events = new ArrayList<>();
        audit.get("audit-senior", "/api/engagements/" + engagement + "/trail?limit=200")
                .body()
                .path("items")
                .forEach(entry -> events.add(entry.path("event").asString()));
        return events;
    }

    void quiet() {
        assertThat(factory.jobs().quiet(engagement, PATIENCE)).isTrue();
    }
}
