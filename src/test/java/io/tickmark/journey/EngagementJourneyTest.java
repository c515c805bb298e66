package io.tickmark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import io.tickmark.trail.TrailVerifier;
import io.tickmark.trail.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** A whole audit over HTTP, by the people who would do it; what is entered early is what the report says at the end. */
@Tag("database")
@TickmarkTest
class EngagementJourneyTest {

    private static final String SERVICES =
            "Tide tables and harbour pilotage as a service 🌊, for ports in four countries.";
    private static final String BOUNDARY = "Everything behind the pilotage gateway; the chart room is out of scope.";
    private static final String FAILED = "One release went live before its second approval was recorded.";
    private static final String RESPONSE = "The pipeline now refuses a release without two recorded approvals.";
    private static final String USER_CONTROL = "Customers revoke their pilots' keys on the day they leave.";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Cast cast;

    @Test
    void aTypeTwoAuditGoesFromTheFirstQuestionToNextYearsRenewal() throws IOException {
        cast = new Cast("http://127.0.0.1:" + port, people, "Harbour Lights");
        cast.importControls(new ClassPathResource("sample-controls.csv").getContentAsByteArray());
        LocalDate start = today().plusDays(25);
        LocalDate end = start.plusMonths(6).minusDays(1);
        String id = propose(start, end);
        var people = theStory();

        people.work(id);
        assertThat(engagement(id).path("phase").asString()).isEqualTo("remediation");
        assertThat(scope(id).path("controls")).hasSize(81);
        assertThat(people.completed("UserTask_SignLetterForClient")).isOne();

        cast.later("P30D");
        people.work(id);
        assertThat(engagement(id).path("reports").path(0).path("period").asString())
                .isEqualTo("running");
        List<JsonNode> requests =
                Stranger.list(cast.as("audit-manager"), "/api/engagements/" + id + "/requests?limit=200");
        assertThat(requests).hasSize(182).allMatch(request -> closed(request));
        assertThat(people.completed("UserTask_ReviewEvidence")).isGreaterThan(170);

        cast.later("P6M");
        people.work(id);
        assertThat(engagement(id).path("phase").asString()).isIn("issued", "closed");
        assertThat(people.completed("UserTask_TestControl")).isEqualTo(82);

        String report = reportOf(id).path("id").asString();
        assertThat(reportOf(id).path("opinion").asString()).isEqualTo("QUALIFIED");
        String text = text(cast.as("client-sponsor")
                .get("/api/reports/" + report + "/content?format=pdf")
                .bytes());
        assertThat(text)
                .contains("Harbour Lights", "pilotage", "Everything behind the pilotage gateway")
                .contains("ORG-01", "PRV-08", "CC6.1")
                .contains("second approval")
                .contains("two recorded approvals")
                .contains("revoke their pilots");
        for (String section : List.of("SECTION I", "SECTION II", "SECTION III", "SECTION IV", "SECTION V")) {
            assertThat(text.toUpperCase(java.util.Locale.ROOT)).contains(section);
        }

        theOtherFormatsSayTheSame(report);

        people.work(id);
        cast.later("P60D");
        people.work(id);
        assertThat(engagement(id).path("phase").asString()).isEqualTo("closed");
        theTrailIsWhole(id);
        nextYearWaits(id, end);
    }

    private void theOtherFormatsSayTheSame(String report) throws IOException {
        Api sponsor = cast.as("client-sponsor");
        byte[] docx =
                sponsor.get("/api/reports/" + report + "/content?format=docx").bytes();
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            assertThat(word.getText()).contains("Harbour Lights", "ORG-01", "PRV-08", "two recorded approvals");
        }
        String html =
                sponsor.get("/api/reports/" + report + "/content?format=html").text();
        assertThat(html).startsWith("<html").contains("Harbour Lights", "ORG-01", "PRV-08", "two recorded approvals");
        assertThat(sponsor.get("/api/reports/" + report + "/content?format=odt").status())
                .isEqualTo(400);
    }

    private String propose(LocalDate start, LocalDate end) {
        return cast.as("audit-manager")
                .post(
                        "/api/engagements",
                        Map.of(
                                "client", cast.client(),
                                "title", "Harbour Lights pilotage",
                                "reports",
                                        List.of(Map.of(
                                                "reportType",
                                                "SOC2",
                                                "attestationType",
                                                "TYPE_II",
                                                "categories",
                                                List.of(
                                                        "SECURITY",
                                                        "AVAILABILITY",
                                                        "CONFIDENTIALITY",
                                                        "PROCESSING_INTEGRITY",
                                                        "PRIVACY"),
                                                "periodStart",
                                                start,
                                                "periodEnd",
                                                end)),
                                "team", cast.team()))
                .ok()
                .path("id")
                .asString();
    }

    private Stranger theStory() {
        return new Stranger(cast.all())
                .told(
                        "UserTask_AcceptEngagement",
                        Map.of(
                                "qualityReviewNeeded",
                                "yes",
                                "competence",
                                true,
                                "integrity",
                                true,
                                "acceptanceDecision",
                                "accept",
                                "acceptanceReason",
                                "Suitable subject matter, competent team."))
                .told("UserTask_DescribeSystem", description())
                .told("UserTask_CompleteDescription", with(description(), "userEntityControlsConfirmed", true))
                .told(
                        "UserTask_DefineScope",
                        Map.of(
                                "boundaries", BOUNDARY,
                                "userEntityControls", List.of(Map.of("control", USER_CONTROL)),
                                "subserviceOrganisations",
                                        List.of(Map.of(
                                                "name",
                                                "Cloud Cove",
                                                "service",
                                                "Hosting",
                                                "method",
                                                "carve-out",
                                                "expectedControls",
                                                "Physical security of the data halls"))))
                .told(
                        "UserTask_AssessControls",
                        Map.of("needsWork", List.of("ACC-05"), "assessmentNotes", "One control is young."))
                .told(
                        "UserTask_ReviewEvidence#5",
                        Map.of(
                                "evidenceDecision",
                                "return",
                                "returnReason",
                                "wrong-period",
                                "returnNote",
                                "The export ends before the period begins."))
                .told(
                        "UserTask_TestControl#7",
                        Map.of(
                                "conclusion",
                                "deviation",
                                "itemsFailed",
                                1,
                                "failedAttribute",
                                FAILED,
                                "cause",
                                "Emergency fix",
                                "extent",
                                "isolated"))
                .told(
                        "UserTask_ReviewWorkpaper#4",
                        Map.of("reviewDecision", "return", "reviewNote", "Cite the ticket numbers."))
                .told(
                        "UserTask_EvaluateDeviation",
                        Map.of("effect", "criterion-not-met", "evaluation", "No other control meets it."))
                .told(
                        "UserTask_RespondToDeviation",
                        Map.of("managementResponse", RESPONSE, "correctiveAction", RESPONSE))
                .told(
                        "UserTask_EvaluateFindings",
                        Map.of(
                                "sufficiency",
                                "sufficient",
                                "materiality",
                                "material",
                                "pervasiveness",
                                "not-pervasive",
                                "evaluation",
                                "One criterion was not met."))
                .told(
                        "UserTask_DecideOpinion",
                        Map.of(
                                "opinion",
                                "QUALIFIED",
                                "opinionBasis",
                                "Releases were not always approved twice, so the change criterion was not met."));
    }

    private static Map<String, Object> description() {
        return Map.of(
                "services",
                SERVICES,
                "commitments",
                "Tide tables are right to the minute.",
                "infrastructure",
                "Two regions.",
                "software",
                "The pilotage gateway.",
                "people",
                "Forty engineers.",
                "procedures",
                "A handbook.",
                "data",
                "Tides and keys.");
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static boolean closed(JsonNode request) {
        return List.of("accepted", "withdrawn").contains(request.path("state").asString());
    }

    private void theTrailIsWhole(String id) throws IOException {
        byte[] export = cast.as("audit-partner")
                .get("/api/engagements/" + id + "/trail?format=export")
                .bytes();
        assertThat(TrailVerifier.verify(new ByteArrayInputStream(export), null)).isInstanceOf(Verification.Sound.class);
        export[export.length / 2] ^= 1;
        assertThat(TrailVerifier.verify(new ByteArrayInputStream(export), null))
                .isInstanceOf(Verification.Broken.class);
    }

    private void nextYearWaits(String id, LocalDate end) {
        JsonNode next = cast.as("audit-partner")
                .get("/api/engagements/" + engagement(id).path("next").asString())
                .ok();
        assertThat(next.path("previous").asString()).isEqualTo(id);
        assertThat(next.path("reports").path(0).path("periodStart").asString())
                .isEqualTo(end.plusDays(1).toString());
        assertThat(next.path("openTasks").asInt()).isPositive();
    }

    private JsonNode engagement(String id) {
        return cast.as("audit-partner").get("/api/engagements/" + id).ok();
    }

    private JsonNode scope(String id) {
        return cast.as("audit-partner").get("/api/engagements/" + id + "/scope").ok();
    }

    private JsonNode reportOf(String id) {
        return cast.as("client-sponsor")
                .get("/api/engagements/" + id + "/reports")
                .ok()
                .path("items")
                .path(0);
    }

    private LocalDate today() {
        return LocalDate.parse(
                cast.admin().get("/api/demo/clock").ok().path("now").asString().substring(0, 10));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
