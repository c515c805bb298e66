package io.tickmark.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.AuditWorld;
import io.tickmark.Caller;
import io.tickmark.FiledTask;
import io.tickmark.StepAt;
import io.tickmark.TickmarkTest;
import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Category;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileLock;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.evidence.Documents;
import io.tickmark.evidence.NewRequest;
import io.tickmark.evidence.Requests;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class ReportingTest {

    private static final LocalDate PERIOD_END = LocalDate.of(2025, 6, 30);
    private static final List<String> AUDITORS =
            List.of("audit-partner", "audit-manager", "audit-senior", "audit-staff", "quality-reviewer");

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @Autowired
    private People people;

    @Autowired
    private Clients clients;

    @Autowired
    private Engagements engagements;

    @Autowired
    private Processes processes;

    @Autowired
    private Requests requests;

    @Autowired
    private Documents documents;

    @Autowired
    private FileLock lock;

    @Autowired
    private Trail trail;

    @Autowired
    private EngagementFile file;

    @Autowired
    private Step lockFile;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private AuditWorld world;
    private EngagementId engagement;

    @BeforeEach
    void theScopeIsFrozen() {
        world = new AuditWorld(port, json, people, clients);
        world.frozen(List.of("SECURITY"));
        engagement = EngagementId.of(world.engagement);
    }

    /** The period is over; reporting begins with these findings. */
    private void inReporting(String materiality, String qualityReview) {
        transaction.executeWithoutResult(status -> {
            engagements.plan(
                    engagement,
                    List.of(new ReportPlan(
                            UUID.randomUUID(),
                            ReportType.SOC2,
                            AttestationType.TYPE_II,
                            List.of(Category.SECURITY),
                            LocalDate.of(2025, 1, 1),
                            PERIOD_END,
                            null)));
            Map<Variable<?>, Object> findings = new HashMap<>();
            findings.put(Variable.text("qualityReviewNeeded"), qualityReview);
            findings.put(Variable.text("sufficiency"), "sufficient");
            findings.put(Variable.text("materiality"), materiality);
            findings.put(Variable.text("pervasiveness"), "not-pervasive");
            processes.start("reporting", engagements.facts(engagement).bundle(), engagement, findings);
        });
        filed("audit-manager", "EvaluateFindings");
        assertThat(world.put(
                                "client-compliance",
                                description("subservices"),
                                Map.of("version", 0, "text", "Cloudharbor guards our racks."))
                        .status())
                .isEqualTo(200);
        world.done("client-compliance", "CompleteDescription", Map.of("userEntityControlsConfirmed", true));
    }

    private String description(String section) {
        return "/api/engagements/" + engagement + "/description/" + section;
    }

    private void filed(String role, String phrase) {
        new FiledTask(file, people, transaction, json).by(world, role, phrase, Map.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private JsonNode reports(String role) {
        return world.get(role, "/api/engagements/" + engagement + "/reports")
                .body()
                .path("items");
    }

    private void refused(String role, String phrase, Map<String, ?> data, String field) {
        AuditWorld.Answer answer = world.complete(role, phrase, data);
        assertThat(answer.status()).as("%s: %s", phrase, answer).isEqualTo(422);
        assertThat(answer.errorFields()).containsOnly(field);
    }

    @Test
    void aReportIsDraftedCheckedSignedIssuedRevisedAndItsFileLocked() {
        inReporting("not-material", "no");
        assertThat(reports("client-compliance")).isEmpty();
        refused("audit-partner", "DecideOpinion", Map.of("opinion", "QUALIFIED", "opinionBasis", "B"), "opinionReason");
        refused("audit-partner", "DecideOpinion", Map.of("opinion", "ADVERSE", "opinionReason", "R"), "opinionBasis");
        world.done("audit-partner", "DecideOpinion", Map.of());

        String report = draftIsPutBeforeTheClient();
        world.done("client-compliance", "CheckDraft", Map.of("draftDecision", "comments", "factualComments", "Page 3"));
        JsonNode comments = world.task("audit-manager", "AnswerComments").path("data");
        assertThat(comments.path("factualComments").asString()).isEqualTo("Page 3");
        world.done("audit-manager", "AnswerComments", Map.of("commentAnswers", "Corrected", "furtherWork", "no"));
        world.done("client-compliance", "InquireSubsequentEvents", Map.of("subsequentEvents", "none"));
        everybodyReconfirmsBut("audit-staff");

        refused("audit-partner", "SetReportDate", Map.of("reportDate", PERIOD_END.toString()), "reportDate");
        refused(
                "audit-partner",
                "SetReportDate",
                Map.of("reportDate", today().plusDays(1).toString()),
                "reportDate");
        world.done("audit-partner", "SetReportDate", Map.of());
        String yesterday = today().minusDays(1).toString();
        refused(
                "client-sponsor",
                "SignRepresentationLetter",
                Map.of("letterDate", yesterday, "signature", true),
                "letterDate");
        world.done("client-sponsor", "SignRepresentationLetter", Map.of("signature", true));
        refused(
                "client-sponsor",
                "SignAssertion",
                Map.of("assertionDate", today().plusDays(1).toString(), "signature", true),
                "assertionDate");
        world.done("client-sponsor", "SignAssertion", Map.of("signature", true));

        refused("audit-partner", "SignReport", Map.of("signing", "sign", "signature", true), "signature");
        withoutStaff();
        anOpenCommentOnTheDescriptionHoldsTheSignatureBack();
        world.done("audit-partner", "SignReport", Map.of("signing", "sign", "signature", true));
        isIssued(report);
        factsFoundLaterReviseIt(report);
        theFileIsLocked();
    }

    private void anOpenCommentOnTheDescriptionHoldsTheSignatureBack() {
        assertThat(world.put(
                                "client-compliance",
                                description("subservices"),
                                Map.of("version", 1, "text", "Somebody else does."))
                        .status())
                .as("it stands as it goes into the report")
                .isEqualTo(409);
        JsonNode comment = world.post(
                        "audit-senior",
                        description("subservices") + "/comments",
                        Map.of("kind", "internal", "text", "Which racks?"))
                .body();
        AuditWorld.Answer held =
                world.complete("audit-partner", "SignReport", Map.of("signing", "sign", "signature", true));
        assertThat(held.status()).isEqualTo(422);
        assertThat(held.body().toString()).contains("Every comment on the description is resolved", "Subservice");
        String resolve = "/api/engagements/" + engagement + "/comments/"
                + comment.path("id").asString() + "/resolve";
        assertThat(world.post("audit-senior", resolve, Map.of()).status()).isEqualTo(200);
    }

    private String draftIsPutBeforeTheClient() {
        JsonNode task = world.task("client-compliance", "CheckDraft");
        assertThat(task.path("data").path("files")).hasSize(1);
        JsonNode draft = reports("client-compliance").get(0);
        String id = draft.path("id").asString();
        assertThat(draft.path("state").asString()).isEqualTo("draft");
        assertThat(draft.path("opinion").asString()).isEqualTo("UNMODIFIED");
        assertThat(draft.path("sha256").isNull()).isTrue();
        assertThat(reports("control-owner")).isEmpty();
        AuditWorld other = new AuditWorld(port, json, people, clients);
        Map.of("pdf", "%PDF", "docx", "PK", "html", "<html").forEach((format, begins) -> {
            String content = "/api/reports/" + id + "/content?format=" + format;
            assertThat(caller("client-compliance").get(content).body()).startsWith(begins);
            assertThat(world.get("control-owner", content).status()).isEqualTo(404);
            assertThat(other.get("client-compliance", content).status()).isEqualTo(404);
        });
        assertThat(other.get("client-sponsor", "/api/engagements/" + engagement + "/reports")
                        .status())
                .isEqualTo(404);
        return id;
    }

    private Caller caller(String role) {
        return Caller.basic(port, world.name(role), "tickmark");
    }

    private void everybodyReconfirmsBut(String tied) {
        AUDITORS.forEach(role -> world.done(
                role,
                "ReconfirmIndependence",
                role.equals(tied)
                        ? Map.of("independence", "not-independent", "relationships", "Shares", "signature", true)
                        : Map.of("independence", "independent", "signature", true)));
    }

    private void withoutStaff() {
        world.appoint(Map.of("audit-staff", world.name("audit-manager")));
    }

    private void isIssued(String id) {
        world.task("client-compliance", "DistributeReport");
        JsonNode report = world.get("client-compliance", "/api/reports/" + id).body();
        assertThat(report.path("state").asString()).isEqualTo("issued");
        assertThat(report.path("sha256").asString()).hasSize(64);
        assertThat(report.path("dates").path("report").asString()).isEqualTo(today().toString());
        assertThat(trail.of(engagement, 0, 1000))
                .filteredOn(entry -> entry.event().equals("report-issued"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .containsEntry("sha256", report.path("sha256").asString()));
        JsonNode versions = world.get("client-compliance", "/api/reports/" + id + "/versions")
                .body()
                .path("items");
        assertThat(versions.valueStream().map(version -> version.path("state").asString()))
                .containsExactly("issued", "draft");
        world.done("client-compliance", "DistributeReport", Map.of("recipients", "Acme"));
    }

    private void factsFoundLaterReviseIt(String id) {
        String path = "/api/reports/" + id + "/facts";
        Map<String, String> found = Map.of("foundOn", today().toString(), "description", "A breach");
        assertThat(world.post("client-compliance", path, found).status()).isEqualTo(403);
        assertThat(world.post("audit-senior", path, found).status()).isEqualTo(403);
        assertThat(world.post("audit-manager", path, Map.of()).errorFields()).contains("foundOn", "description");
        assertThat(world.post("audit-manager", path, found).status()).isEqualTo(201);
        JsonNode assess = world.task("audit-partner", "AssessFacts").path("data");
        assertThat(assess.path("facts").path("description").asString()).isEqualTo("A breach");
        refused(
                "audit-partner",
                "AssessFacts",
                Map.of("postIssueAction", "revise", "postIssueReason", "Material", "signature", true),
                "revisionText");
        world.done(
                "audit-partner",
                "AssessFacts",
                Map.of(
                        "postIssueAction", "revise",
                        "postIssueReason", "Material",
                        "revisionText", "A breach was found in the period.",
                        "signature", true));
        JsonNode tell = world.task("client-compliance", "TellReaders").path("data");
        assertThat(tell.path("recipients").asString()).isEqualTo("Acme");
        assertThat(tell.path("postIssueReason").asString()).isEqualTo("Material");
        world.done("client-compliance", "TellReaders", Map.of("readersTold", "Acme, by mail"));
        assertThat(world.get("audit-partner", "/api/reports/" + id)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("revised");
        JsonNode editions = world.get("client-compliance", "/api/reports/" + id + "/versions")
                .body()
                .path("items");
        assertThat(editions.valueStream().map(edition -> edition.path("state").asString()))
                .containsExactly("revised", "issued", "draft");
        assertThat(text(editions.get(0)))
                .contains(
                        "A breach was found in the period.", "except for the matter under “Revision 1 of this report”");
        assertThat(text(editions.get(1)))
                .contains("Cloudharbor guards our racks.")
                .doesNotContain("A breach was found");
        assertThat(world.get("audit-partner", "/api/reports/" + id).body().path("sha256"))
                .isEqualTo(editions.get(0).path("sha256"));
    }

    private String text(JsonNode edition) {
        UUID document = UUID.fromString(edition.path("document").asString());
        try (var bytes = documents.open(document);
                var pdf = Loader.loadPDF(bytes.readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A bridge letter has to know of it, and nothing of the locked audit rests on it. */
    private void onlyWhatHappenedSinceThePeriodIsStillRecorded() {
        assertThat(happened(PERIOD_END)).isEqualTo(409);
        assertThat(happened(PERIOD_END.plusDays(1))).isEqualTo(201);
        Map<String, String> late = Map.of("kind", "shared", "text", "Late");
        assertThat(world.post("audit-senior", description("services") + "/comments", late)
                        .status())
                .isEqualTo(409);
    }

    private int happened(LocalDate on) {
        return world.post(
                        "client-compliance",
                        "/api/engagements/" + engagement + "/incidents",
                        Map.of(
                                "kind", "INCIDENT",
                                "title", "Outage",
                                "occurredOn", on.toString(),
                                "discoveredOn", on.toString(),
                                "nature", "A disk was full."))
                .status();
    }

    private void theFileIsLocked() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> lockFile.run(context())))
                .hasMessageContaining("Nobody has completed 'Approve lock' yet");
        assertThat(lock.locked(engagement)).isFalse();
        filed("audit-senior", "AssembleFile");
        filed("audit-partner", "ApproveLock");
        transaction.executeWithoutResult(status -> lockFile.run(context()));
        transaction.executeWithoutResult(status -> lockFile.run(context()));
        assertThat(trail.of(engagement, 0, 1000))
                .filteredOn(entry -> entry.event().equals("file-locked"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(lock.find(engagement).orElseThrow().head()).isEqualTo(entry.checkpoint()));
        NewRequest late = new NewRequest(
                "Late", EvidenceKind.DOCUMENT, List.of("ORG-01"), null, today(), false, null, null, null);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> requests.raise(engagement, late)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("The file was locked on " + today());
        assertThat(requests.of(engagement)).isEmpty();
        onlyWhatHappenedSinceThePeriodIsStillRecorded();
    }

    @Test
    void aReviewerWhoTookPartInTheWorkCannotClearTheReport() {
        inReporting("material", "yes");
        JsonNode decide = world.task("audit-partner", "DecideOpinion").path("data");
        assertThat(decide.path("opinion").asString()).isEqualTo("QUALIFIED");
        world.done("audit-partner", "DecideOpinion", Map.of("opinionBasis", "Leavers kept access."));
        world.done("client-compliance", "CheckDraft", Map.of("draftDecision", "accurate"));
        world.done("audit-manager", "AnswerComments", Map.of("furtherWork", "no"));

        world.done(
                "quality-reviewer",
                "ReviewQuality",
                Map.of("qualityDecision", "return", "qualityNote", "Why not adverse?"));
        JsonNode again = world.task("audit-partner", "DecideOpinion").path("data");
        assertThat(again.path("qualityNote").asString()).isEqualTo("Why not adverse?");
        assertThat(again.path("opinionBasis").asString()).isEqualTo("Leavers kept access.");
        world.done("audit-partner", "DecideOpinion", Map.of());
        assertThat(world.task("client-compliance", "CheckDraft")
                        .path("data")
                        .path("files")
                        .get(0)
                        .path("name")
                        .asString())
                .contains("draft 2");
        world.done("client-compliance", "CheckDraft", Map.of("draftDecision", "accurate"));
        world.done("audit-manager", "AnswerComments", Map.of("furtherWork", "no"));

        managerAndReviewerChangePlaces();
        refused(
                "audit-manager",
                "ReviewQuality",
                Map.of("qualityDecision", "clear", "qualityNote", "Fine"),
                "qualityDecision");
    }

    private void managerAndReviewerChangePlaces() {
        world.appoint(
                Map.of("audit-manager", world.name("audit-senior"), "quality-reviewer", world.name("audit-manager")));
    }

    private void upToTheSignature() {
        world.done("audit-partner", "DecideOpinion", Map.of());
        world.done("client-compliance", "CheckDraft", Map.of("draftDecision", "accurate"));
        world.done("audit-manager", "AnswerComments", Map.of("furtherWork", "no"));
        world.done("client-compliance", "InquireSubsequentEvents", Map.of("subsequentEvents", "none"));
        everybodyReconfirmsBut("nobody");
        world.done("audit-partner", "SetReportDate", Map.of());
        world.done("client-sponsor", "SignRepresentationLetter", Map.of("signature", true));
        world.done("client-sponsor", "SignAssertion", Map.of("signature", true));
    }

    @Test
    void whatTheOpinionDoesNotKnowLeadsBackToItAndPutsAnotherDraftBeforeTheClient() {
        inReporting("not-material", "no");
        upToTheSignature();
        JsonNode rules = world.task("audit-partner", "SignReport").path("data").path("interlocks");
        assertThat(rules.valueStream().map(rule -> rule.path("rule").asString()))
                .contains("The evaluation of the findings knows what every test came to");
        world.done("audit-partner", "SignReport", Map.of("signing", "back"));
        world.done("audit-partner", "DecideOpinion", Map.of());
        JsonNode check = world.task("client-compliance", "CheckDraft");
        assertThat(check.path("data").path("files").path(0).path("name").asString())
                .contains("draft 2");
        assertThat(reports("client-compliance").path(0).path("state").asString())
                .isEqualTo("draft");
    }

    @Test
    void aLicenceThatRanOutIsRenewedBeforeTheReportIsSigned() {
        world = new AuditWorld(port, json, people, clients);
        LocalDate last = today();
        world.licence = Map.of("licenceValidUntil", last.toString());
        world.frozen(List.of("SECURITY"));
        engagement = EngagementId.of(world.engagement);
        world.later("P2D");
        inReporting("not-material", "no");
        upToTheSignature();

        Map<String, Object> signing = new HashMap<>(Map.of("signing", "sign", "signature", true));
        signing.put("licenceValidFrom", today().plusDays(1).toString());
        signing.put("licenceValidUntil", today().plusYears(1).toString());
        AuditWorld.Answer gap = world.complete("audit-partner", "SignReport", signing);
        assertThat(gap.errorFields()).contains("licenceValidFrom", "signature");
        signing.put("licenceValidFrom", last.plusDays(1).toString());
        world.done("audit-partner", "SignReport", signing);
        world.task("client-compliance", "DistributeReport");
    }

    private StepContext context() {
        return new StepAt(engagement, engagements.facts(engagement).bundle());
    }
}
