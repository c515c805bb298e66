package io.tickmark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A SOC 2 Type I over HTTP: one date in place of a period, and its first Type II afterwards under the same letter. */
@TickmarkTest
class TypeOneJourneyTest {

    private static final String CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1;CC6.2,per_event,preventive/manual,POP access granted in the period;SMP approved request for each sampled grant;DOC access procedure
            REV-01,Access reviewed,Access is reviewed each quarter.,CC6.3,quarterly,detective/manual,SMP signed review of each sampled quarter
            """;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void aTypeOneGoesFromItsProposalToTheIssuedReportAndOnToATypeTwo() throws IOException {
        var cast = new Cast("http://127.0.0.1:" + port, people, "Lantern");
        cast.importControls(CONTROLS.getBytes(StandardCharsets.UTF_8));
        LocalDate asOf = cast.today().plusDays(40);
        String id = propose(cast, asOf);
        var stranger = new Stranger(cast.all())
                .told(
                        "UserTask_EvaluateDeviation",
                        Map.of("effect", "criterion-not-met", "evaluation", "Nothing makes up for it."))
                .told(
                        "UserTask_TestControl#1",
                        Map.of(
                                "conclusion",
                                "deviation",
                                "itemsFailed",
                                1,
                                "failedAttribute",
                                "Nobody decides how long access lasts.",
                                "cause",
                                "It was never asked",
                                "extent",
                                "systematic"));

        stranger.told("UserTask_DecideOpinion", Map.of("opinionConcerns", List.of("description", "design")));
        stranger.work(id);
        assertThat(engagement(cast, id).path("phase").asString()).isEqualTo("remediation");
        assertThat(milestones(cast, id)).contains("As-of date reached").doesNotContain("Period begins", "Period over");

        cast.later("P13D");
        stranger.work(id);
        JsonNode underWay = engagement(cast, id);
        assertThat(underWay.path("phase").asString()).isEqualTo("fieldwork");
        assertThat(underWay.path("reports").path(0).path("period").asString()).isEqualTo("none");
        assertThat(Stranger.list(cast.as("audit-manager"), "/api/engagements/" + id + "/requests?limit=200"))
                .hasSize(3)
                .allMatch(request -> request.path("kind").asString().equals("DOCUMENT"))
                .allMatch(request -> request.path("coversTo").asString().equals(asOf.toString()));
        assertThat(stranger.completed("UserTask_RollForward")).isZero();

        cast.later("P27D");
        stranger.work(id);
        JsonNode report = cast.as("client-sponsor")
                .get("/api/engagements/" + id + "/reports")
                .ok()
                .path("items")
                .path(0);
        assertThat(report.path("state").asString()).isEqualTo("issued");
        assertThat(report.path("attestationType").asString()).isEqualTo("TYPE_I");
        assertThat(report.path("dates").path("report").asString()).isEqualTo(asOf.toString());
        assertThat(report.path("dates").path("currentByConventionUntil").asString())
                .isEqualTo(cast.today().plusMonths(12).toString());
        saysWhatATypeOneSays(cast, report.path("id").asString());

        stranger.work(id);
        assertThat(engagement(cast, id).path("phase").asString()).isEqualTo("closed");
        cast.later("P280D");
        stranger.work(id);
        JsonNode next = engagement(cast, engagement(cast, id).path("next").asString());
        assertThat(next.path("reports").path(0).path("attestationType").asString())
                .isEqualTo("TYPE_II");
        assertThat(next.path("reports").path(0).path("periodStart").asString())
                .isEqualTo(asOf.plusDays(1).toString());
        assertThat(stranger.completed("UserTask_DecideBridgeLetter")).isZero();
        theLetterGoesOn(cast, next.path("id").asString());
    }

    private static String propose(Cast cast, LocalDate asOf) {
        return cast.as("audit-manager")
                .post(
                        "/api/engagements",
                        Map.of(
                                "client", cast.client(),
                                "reports",
                                        List.of(Map.of(
                                                "reportType",
                                                "SOC2",
                                                "attestationType",
                                                "TYPE_I",
                                                "categories",
                                                List.of("SECURITY"),
                                                "asOf",
                                                asOf)),
                                "team", cast.team()))
                .ok()
                .path("id")
                .asString();
    }

    private static void saysWhatATypeOneSays(Cast cast, String report) throws IOException {
        byte[] pdf = cast.as("client-sponsor")
                .get("/api/reports/" + report + "/content?format=pdf")
                .bytes();
        String text;
        try (var document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
        assertThat(text)
                .contains("SOC 2 Type I Report", "as of ", "Criteria and controls", "ACC-01")
                .contains("we express no opinion on that")
                .contains("Matters noted", "Nobody decides how long access lasts.")
                .contains("Suitability of design")
                .doesNotContain("throughout the period", "Operating effectiveness", "Test performed", "No deviations");
    }

    /** The letter of the Type II that follows carries on the terms of the first. */
    private static void theLetterGoesOn(Cast cast, String next) {
        new Stranger(cast.all())
                .work(next, task -> task.path("key").asString().equals("UserTask_DraftEngagementLetter"));
        JsonNode draft = Stranger.list(cast.as("audit-manager"), "/api/tasks?limit=200&engagement=" + next)
                .get(0);
        assertThat(cast.as("audit-manager")
                        .get("/api/tasks/" + draft.path("id").asString())
                        .ok()
                        .path("data")
                        .path("letterText")
                        .asString())
                .contains("Terms carried on.", "SOC 2 Type II");
    }

    private static List<String> milestones(Cast cast, String id) {
        return Stranger.list(cast.as("project-manager"), "/api/engagements/" + id + "/milestones?limit=200").stream()
                .map(milestone -> milestone.path("name").asString())
                .toList();
    }

    private static JsonNode engagement(Cast cast, String id) {
        return cast.as("audit-partner").get("/api/engagements/" + id).ok();
    }
}
