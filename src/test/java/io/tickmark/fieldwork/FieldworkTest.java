package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.NewPerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@TickmarkTest
class FieldworkTest {

    private static final String POPULATION = "A-1,per_event,POP list of changes;SMP ticket of each sampled change";
    private static final String MONTHLY =
            "A-4,monthly,SMP minutes of each sampled month;SMP metrics of each sampled month";
    private static final String UNLISTED = "A-5,per_event,SMP ticket of each sampled case";
    private static final String DOCUMENT = "A-2,annual,DOC policy in force";
    private static final String NOTHING = "A-3,continuous,";

    private final int port;
    private final FieldworkWorld.Factory factory;

    FieldworkTest(@LocalServerPort int port, @Autowired ApplicationContext application) {
        this.port = port;
        this.factory = FieldworkWorld.Factory.of(application);
    }

    private FieldworkWorld world(String... controls) {
        return factory.world(port, List.of(controls));
    }

    @Test
    void aTestBeginsWhenNothingMoreIsExpectedForItsControl() {
        FieldworkWorld world = world(POPULATION, DOCUMENT, NOTHING).planned(Map.of("requestsDueIn", 10));
        assertThat(values(world.tests(), "state")).containsExactly("planned", "planned", "open");
        assertThat(values(world.requests(), "kind")).containsExactly("POPULATION", "SAMPLE", "DOCUMENT");
        assertThat(values(world.requests(), "state")).containsExactly("open", "draft", "open");

        world.evidenceGiven(40);
        assertThat(values(world.tests(), "state")).containsExactly("open", "open", "open");
        assertThat(world.tasks("audit-staff", "TestControl"))
                .extracting(task -> task.path("subject").asString())
                .containsExactlyInAnyOrder("A-1 Control A-1 🔑", "A-2 Control A-2 🔑", "A-3 Control A-3 🔑");
    }

    @Test
    void whatTheClientRecordedOfAControlIsShownOnItsTest() {
        FieldworkWorld world = world(DOCUMENT, NOTHING);
        assertThat(world.audit
                        .post(
                                "control-owner",
                                "/api/engagements/" + world.engagement + "/incidents",
                                Map.of(
                                        "kind",
                                        "INCIDENT",
                                        "title",
                                        "Outage 🔥",
                                        "occurredOn",
                                        FieldworkWorld.START.toString(),
                                        "discoveredOn",
                                        FieldworkWorld.START.toString(),
                                        "nature",
                                        "A disk was full.",
                                        "controls",
                                        List.of("A-3")))
                        .status())
                .isEqualTo(201);
        world.planned(Map.of("requestsDueIn", 10));
        assertThat(world.test("A-3").path("incidents").path(0).path("title").asString())
                .isEqualTo("Outage 🔥");
        assertThat(world.test("A-2").path("incidents")).isEmpty();
        JsonNode task = world.tasks("audit-staff", "TestControl").get(0).path("data");
        assertThat(task.path("incidentsOnFile").asString()).contains("Outage 🔥", "I-1", "A disk was full.");
    }

    @Test
    void ownersTakeTurnsByControl() {
        FieldworkWorld world = world(POPULATION, DOCUMENT);
        String second = "second" + world.audit.name("");
        factory.people()
                .create(
                        new NewPerson(second, "Second owner", world.audit.client, Set.of("control-owner")),
                        "a-long-password");
        Map<String, Object> team = new LinkedHashMap<>();
        List.of("audit-partner", "audit-manager", "audit-senior", "audit-staff", "client-sponsor", "client-compliance")
                .forEach(role -> team.put(role, world.audit.name(role)));
        team.put("control-owner", List.of(world.audit.name("control-owner"), second));
        FieldworkWorld.taken(world.audit.put(
                "audit-manager", "/api/engagements/" + world.engagement + "/team", Map.of("team", team)));

        world.planned(Map.of());
        List<String> owners = values(world.requests(), "owner");
        assertThat(owners.get(0)).as("a population and its samples").isEqualTo(owners.get(1));
        assertThat(owners.subList(1, 3)).containsExactlyInAnyOrder(world.audit.name("control-owner"), second);
    }

    @Test
    void anAcceptedPopulationIsSampledSoThatAnybodyCanSelectTheSameItems() {
        FieldworkWorld world = world(POPULATION).planned(Map.of());
        world.evidenceGiven(40);

        JsonNode test = world.test("A-1");
        assertThat(test.path("population").asInt()).isEqualTo(40);
        JsonNode sample = test.path("samples").get(0);
        List<Integer> items = new ArrayList<>();
        sample.path("items").forEach(item -> items.add(item.asInt()));
        UUID population = UUID.fromString(sample.path("request").asString());
        String seed = Selection.seed(world.engagement, "A-1", population, 1);
        assertThat(sample.path("seed").asString()).isEqualTo(seed);
        assertThat(items).hasSize(5).isEqualTo(Selection.items(40, 5, seed));

        JsonNode asked = world.requests().get(1);
        assertThat(asked.path("sampleItems").get(0).asString()).isEqualTo("Record " + items.get(0) + " of 40");
        assertThat(world.trail()).contains("sample-selected", "test-begun");
        JsonNode task = world.tasks("audit-staff", "TestControl").get(0).path("data");
        assertThat(task.path("itemsTested").asInt()).isEqualTo(5);
        assertThat(task.path("sampleItems")).hasSize(5);
        assertThat(task.path("files")).hasSize(2);
    }

    @Test
    void samplesWithoutAPlannedPopulationAreDrawnFromTheCalendarOrFromOneThatIsAskedFor() {
        FieldworkWorld world = world(MONTHLY, UNLISTED).planned(Map.of());
        assertThat(values(world.requests(), "kind")).containsExactly("SAMPLE", "SAMPLE", "POPULATION", "SAMPLE");
        assertThat(values(world.requests(), "state")).containsExactly("open", "open", "open", "draft");
        JsonNode drawn = world.test("A-4").path("samples");
        assertThat(drawn).hasSize(1);
        assertThat(drawn.get(0).path("population").asInt()).isEqualTo(3);
        int item = drawn.get(0).path("items").get(0).asInt();
        String month = List.of(
                        "1 January 2026 to 31 January 2026",
                        "1 February 2026 to 28 February 2026",
                        "1 March 2026 to 31 March 2026")
                .get(item - 1);
        for (int i = 0; i < 2; i++) {
            assertThat(world.requests().get(i).path("sampleItems").get(0).asString())
                    .isEqualTo("Occurrence " + item + " of 3: " + month);
        }
        world.evidenceGiven(4);
        assertThat(world.requests().get(3).path("sampleItems")).hasSize(4);
    }

    @Test
    void anotherRoundIsOnItemsThatWereNotTestedYet() {
        FieldworkWorld world = world(POPULATION).planned(Map.of());
        world.evidenceGiven(40);
        world.rolledForward();
        world.tested();
        world.audit.done("audit-manager", "EvaluateFindings", Map.of("evaluation", "Nothing found"));
        world.begun("yes");
        world.audit.done(
                "audit-senior",
                "ChooseTestsToReopen",
                Map.of("controlsToRetest", List.of("A-1"), "furtherWorkNote", "Look at more"));
        world.quiet();
        assertThat(values(world.tests(), "state")).containsExactly("closed", "planned");
        JsonNode further = world.tests().get(1).path("samples");
        assertThat(further).hasSize(1);
        assertThat(further.get(0).path("round").asInt()).isEqualTo(2);
        assertThat(further.get(0).path("items"))
                .hasSize(5)
                .doesNotContainAnyElementsOf(
                        world.tests().get(0).path("samples").get(0).path("items"));
        assertThat(world.requests().get(2).path("title").asString()).contains("round 2");
        assertThat(world.requests().get(2).path("sampleItems")).hasSize(5);
        world.evidenceGiven(0);
        JsonNode task = world.tasks("audit-staff", "TestControl").get(0).path("data");
        assertThat(task.path("control").path("population").asString()).contains("without those tested in earlier");
        assertThat(task.path("sampleItems")).hasSize(5);
        world.tested();
    }

    @Test
    void aNilPopulationWithdrawsItsSamplesAndIsConcludedAsNoOccurrence() {
        FieldworkWorld world = world(POPULATION).planned(Map.of());
        world.evidenceGiven(0);
        assertThat(values(world.requests(), "state")).containsExactly("accepted", "withdrawn");
        assertThat(world.requests().get(1).path("withdrawalReason").asString())
                .isEqualTo("There was no occurrence in the period");

        JsonNode task = world.tasks("audit-staff", "TestControl").get(0);
        assertThat(task.path("data").path("conclusion").asString()).isEqualTo("no-occurrence");
        AuditWorld.Answer refused = world.audit.complete(
                "audit-staff", task, FieldworkWorld.workpaper(Map.of("conclusion", "effective", "itemsTested", 1)));
        assertThat(refused.errorFields()).containsExactly("conclusion");
        FieldworkWorld.taken(world.audit.complete("audit-staff", task, FieldworkWorld.workpaper(Map.of())));
        assertThat(world.test("A-1").path("conclusion").asString()).isEqualTo("no-occurrence");
        assertThat(world.test("A-1").path("samples")).isEmpty();
    }

    @Test
    void aWorkpaperCitesTheEvidenceItRestsOnByHash() {
        FieldworkWorld world = world(DOCUMENT).planned(Map.of());
        world.evidenceGiven(0);
        world.prepared();
        JsonNode evidence = world.test("A-2").path("evidence");
        assertThat(values(evidence, "name")).containsExactly("list.csv", "paper.txt");
        assertThat(values(evidence, "sha256")).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(values(evidence, "workpaper")).containsExactly("false", "true");
        assertThat(world.trail()).contains("test-prepared");
    }

    @Test
    void inquiryAloneDoesNotMakeAControlEffective() {
        FieldworkWorld world = world(NOTHING).planned(Map.of());
        AuditWorld.Answer refused = world.audit.complete(
                "audit-staff", "TestControl", FieldworkWorld.workpaper(Map.of("conclusion", "effective")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorFields()).containsExactly("workpapers");
    }

    @Test
    void whoPreparedAWorkpaperNeitherReviewsNorEvaluatesIt() {
        FieldworkWorld world = factory.world(port, List.of(NOTHING), "audit-senior", "audit-staff");
        world.begun("no");
        world.audit.done("audit-manager", "AssessRisk", Map.of("riskNarrative", "Usual"));
        world.audit.done("audit-manager", "PlanTests", Map.of());
        world.audit.done("audit-manager", "TestControl", FieldworkWorld.deviating(1));
        AuditWorld.Answer own =
                world.audit.complete("audit-manager", "ReviewWorkpaper", Map.of("reviewDecision", "approve"));
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.errorFields()).containsExactly("reviewDecision");
        world.audit.done("audit-partner", "ReviewWorkpaper", Map.of("reviewDecision", "approve"));
        AuditWorld.Answer weighed = world.audit.complete(
                "audit-manager", "EvaluateDeviation", Map.of("effect", "criterion-met", "evaluation", "Small"));
        assertThat(weighed.status()).isEqualTo(422);
        assertThat(weighed.errorFields()).containsExactly("effect");
    }

    @Test
    void aReturnedWorkpaperComesBackWithItsReasonAndWithWhatWasWritten() {
        FieldworkWorld world = world(NOTHING).planned(Map.of());
        world.prepared();
        world.audit.done(
                "audit-senior", "ReviewWorkpaper", Map.of("reviewDecision", "return", "reviewNote", "Which tickets?"));
        assertThat(world.test("A-3").path("state").asString()).isEqualTo("returned");
        JsonNode again = world.audit.task("audit-staff", "TestControl");
        assertThat(again.path("data").path("reviewNote").asString()).isEqualTo("Which tickets?");
        assertThat(again.path("data").path("procedurePerformed").asString()).startsWith("Compared");
        FieldworkWorld.taken(world.audit.complete("audit-staff", again, Map.of()));
        assertThat(world.test("A-3").path("state").asString()).isEqualTo("prepared");
    }

    @Test
    void theClientKnowsOfADeviationOnceItsResponseIsAsked() {
        FieldworkWorld world = world(NOTHING, DOCUMENT).planned(Map.of());
        String findings = "/api/engagements/" + world.engagement + "/findings";
        world.audit.done("audit-staff", "TestControl", FieldworkWorld.deviating(1));
        assertThat(world.audit.get("audit-staff", findings).body().path("items"))
                .isEmpty();
        world.audit.done("audit-senior", "ReviewWorkpaper", Map.of("reviewDecision", "approve"));
        assertThat(world.audit.get("audit-staff", findings).body().path("items"))
                .hasSize(1);
        assertThat(world.audit.get("client-compliance", findings).body().path("items"))
                .isEmpty();

        world.audit.done(
                "audit-manager",
                "EvaluateDeviation",
                Map.of("effect", "criterion-not-met", "compensatingControls", "None", "evaluation", "Grave"));
        JsonNode told = world.audit
                .get("client-compliance", findings)
                .body()
                .path("items")
                .get(0);
        assertThat(told.path("reference").asString()).isEqualTo("D-1");
        assertThat(told.path("failedAttribute").asString()).isEqualTo("Approval came later");
        assertThat(told.path("evaluation").isNull() && told.path("effect").isNull())
                .isTrue();
        JsonNode asked = world.audit.task("client-compliance", "RespondToDeviation");
        assertThat(asked.path("data").path("deviation").path("control").asString())
                .startsWith("A-3");
        assertThat(asked.path("data").toString()).doesNotContain("Grave");

        world.audit.done(
                "client-compliance",
                "RespondToDeviation",
                Map.of(
                        "managementResponse",
                        "It was late 🕐",
                        "correctiveAction",
                        "A check",
                        "correctiveDue",
                        "2026-06-30"));
        world.quiet();
        assertThat(world.test("A-3").path("state").asString()).isEqualTo("closed");
        JsonNode answered =
                world.audit.get("audit-manager", findings).body().path("items").get(0);
        assertThat(answered.path("managementResponse").asString()).isEqualTo("It was late 🕐");
        assertThat(answered.path("criteria").valueStream().map(JsonNode::asString))
                .containsExactly("CC6.1", "CC6.2");

        world.evidenceGiven(0);
        world.rolledForward();
        world.tested();
        JsonNode proposed =
                world.audit.task("audit-manager", "EvaluateFindings").path("data");
        assertThat(proposed.path("materiality").asString()).isEqualTo("material");
        assertThat(proposed.path("pervasiveness").asString()).isEqualTo("not-pervasive");
        assertThat(proposed.path("deviations").get(0).path("failed").asString()).isEqualTo("1 of 1");
    }

    @Test
    void findingsHoldTogetherBeforeTheyAreTaken() {
        FieldworkWorld world = world(NOTHING).planned(Map.of());
        world.rolledForward();
        world.tested();
        JsonNode task = world.audit.task("audit-manager", "EvaluateFindings");
        assertThat(task.path("data").path("materiality").asString()).isEqualTo("not-material");
        assertThat(world.audit
                        .complete(
                                "audit-manager", task, Map.of("pervasiveness", "pervasive", "evaluation", "Everywhere"))
                        .errorFields())
                .containsExactly("pervasiveness");
        assertThat(world.audit
                        .complete("audit-manager", task, Map.of("materiality", "material", "evaluation", "Much"))
                        .errorFields())
                .containsExactly("criteriaAffected");
        var late = world.audit.post(
                "audit-senior",
                "/api/engagements/" + world.engagement + "/requests",
                Map.of("title", "One more", "kind", "DOCUMENT", "controls", List.of("A-3"), "due", "2099-01-01"));
        assertThat(late.status()).as("%s", late).isEqualTo(201);
        assertThat(world.audit
                        .complete("audit-manager", task, Map.of("evaluation", "Nothing found"))
                        .errorFields())
                .containsExactly("sufficiency");
        world.evidenceGiven(0);
        FieldworkWorld.taken(world.audit.complete("audit-manager", task, Map.of("evaluation", "Nothing found")));
        assertThat(world.trail()).contains("findings-evaluated");
    }

    @Test
    void furtherWorkOpensAnotherRoundBesideTheClosedOne() {
        FieldworkWorld world = world(NOTHING, DOCUMENT).planned(Map.of());
        world.evidenceGiven(0);
        world.rolledForward();
        world.tested();
        world.audit.done("audit-manager", "EvaluateFindings", Map.of("evaluation", "Nothing found"));

        world.begun("yes");
        world.audit.done(
                "audit-senior",
                "ChooseTestsToReopen",
                Map.of("controlsToRetest", List.of("A-2"), "furtherWorkNote", "A newer policy"));
        world.quiet();
        assertThat(values(world.tests(), "control")).containsExactly("A-3", "A-2", "A-2");
        assertThat(values(world.tests(), "round")).containsExactly("1", "1", "2");
        assertThat(values(world.tests(), "state")).containsExactly("closed", "closed", "open");
        world.tested();
        world.audit.done("audit-manager", "EvaluateFindings", Map.of("evaluation", "Still nothing"));
    }

    @Test
    void recurringEvidenceIsAskedForOnceForEachWindowOfThePeriod() {
        FieldworkWorld world = world(DOCUMENT)
                .planned(Map.of("recurringControls", List.of("A-2"), "recurringEvery", "P1M", "clientReview", "no"));
        world.audit.task("audit-senior", "HoldWalkthroughs");
        // timers too, which fall due at once since the period is over
        assertThat(factory.jobs().quiet(Duration.ofSeconds(30))).isTrue();
        assertThat(values(world.requests(), "coversFrom"))
                .containsExactly("2026-01-01", "2026-01-01", "2026-02-01", "2026-03-01");
        assertThat(values(world.requests(), "coversTo"))
                .containsExactly("2026-03-31", "2026-01-31", "2026-02-28", "2026-03-31");
        assertThat(world.requests().get(3).path("title").asString())
                .isEqualTo("Evidence of A-2 Control A-2 🔑 from 1 March 2026 to 31 March 2026");
    }

    @Test
    void aWithdrawnEngagementEndsItsTests() {
        FieldworkWorld world = world(NOTHING, DOCUMENT).planned(Map.of());
        var withdrawn = world.audit.post(
                "audit-manager", "/api/engagements/" + world.engagement + "/withdraw", Map.of("reason", "Sold"));
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        world.quiet();
        assertThat(values(world.tests(), "state")).containsExactly("withdrawn", "withdrawn");
        assertThat(world.tasks("audit-staff", "TestControl")).isEmpty();
    }

    @Test
    void workpapersAreForTheAuditTeamOnly() {
        FieldworkWorld world = world(NOTHING).planned(Map.of());
        FieldworkWorld other = world(NOTHING);
        for (String resource : List.of("tests", "findings")) {
            String path = "/api/engagements/" + world.engagement + "/" + resource;
            assertThat(other.audit.get("client-sponsor", path).status()).isEqualTo(404);
            assertThat(other.audit.get("audit-staff", path).status()).isEqualTo(404);
            assertThat(world.audit.get("quality-reviewer", path).status()).isEqualTo(200);
        }
        String tests = "/api/engagements/" + world.engagement + "/tests";
        assertThat(world.audit.get("client-sponsor", tests).status()).isEqualTo(404);
        assertThat(world.audit.get("project-manager", tests).status()).isEqualTo(403);
        assertThat(world.audit
                        .get("control-owner", "/api/engagements/" + world.engagement + "/findings")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void testsArePaged() {
        FieldworkWorld world = world(NOTHING, DOCUMENT, POPULATION).planned(Map.of());
        String path = "/api/engagements/" + world.engagement + "/tests?limit=2";
        JsonNode first = world.audit.get("audit-partner", path).body();
        assertThat(values(first.path("items"), "control")).containsExactly("A-3", "A-2");
        JsonNode second = world.audit
                .get("audit-partner", path + "&cursor=" + first.path("next").asString())
                .body();
        assertThat(values(second.path("items"), "control")).containsExactly("A-1");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(world.audit.get("audit-partner", path + "&cursor=nonsense").status())
                .isEqualTo(400);
    }

    private static List<String> values(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }
}
