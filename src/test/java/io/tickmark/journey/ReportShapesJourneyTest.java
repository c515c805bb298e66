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

/** A SOC 1, and a SOC 2 with the SOC 3 that follows from its tests, each from its proposal to the issued report over HTTP. */
@TickmarkTest
class ReportShapesJourneyTest {

    private static final String PAYROLL = """
            id,title,description,criteria,frequency,nature,evidence_requests
            PAY-01,Hours approved,A manager approves the hours of each month before payroll runs.,SOC1,monthly,preventive/manual,SMP approval of each sampled month
            PAY-02,Totals compared,Totals of hours are compared with the time system.,SOC1,per_event,detective/manual,POP payroll runs in the period;SMP comparison of each sampled run
            """;
    private static final String ACCESS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1;CC6.2,per_event,preventive/manual,POP access granted in the period;SMP approved request for each sampled grant
            """;
    private static final String OBJECTIVE =
            "Controls give reasonable assurance that payroll is calculated from approved hours.";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void aSocOneIsMeasuredAgainstTheControlObjectivesThatItsClientStates() throws IOException {
        var cast = new Cast("http://127.0.0.1:" + port, people, "Paymill");
        cast.importControls(PAYROLL.getBytes(StandardCharsets.UTF_8));
        LocalDate start = cast.today().plusDays(20);
        String id = propose(cast, List.of(overTwoMonths("SOC1", List.of(), start)));
        var stranger = new Stranger(cast.all())
                .told(
                        "UserTask_DefineScope",
                        Map.of(
                                "controlObjectives",
                                List.of(Map.of("objective", OBJECTIVE, "controls", List.of("PAY-01", "PAY-02")))))
                .told("UserTask_DescribeSystem", Map.of("transactions", "Hours in, pay slips out."))
                .told(
                        "UserTask_CompleteDescription",
                        Map.of("transactions", "Hours in, pay slips out.", "userEntityControlsConfirmed", true));

        walk(cast, stranger, id, 4);
        JsonNode scope = cast.as("audit-partner")
                .get("/api/engagements/" + id + "/scope")
                .ok();
        assertThat(scope.path("categories")).isEmpty();
        assertThat(scope.path("criteria").path(0).path("id").asString()).isEqualTo("CO1");
        assertThat(scope.path("criteria").path(0).path("controls")).hasSize(2);
        JsonNode report = reports(cast, id).get(0);
        assertThat(report.path("state").asString()).isEqualTo("issued");
        assertThat(report.path("generalUse").asBoolean()).isFalse();
        assertThat(text(cast, report))
                .contains("SOC 1 Type 2 Report", "CO1", OBJECTIVE, "PAY-02", "Hours in, pay slips out.")
                .contains("the auditors who audit and report on the user entities’ financial statements")
                .doesNotContain("trust services", "Criteria");
    }

    @Test
    void oneWalkLeadsToASocTwoAndTheSocThreeThatCarriesItsOpinion() throws IOException {
        var cast = new Cast("http://127.0.0.1:" + port, people, "Bluebird");
        cast.importControls(ACCESS.getBytes(StandardCharsets.UTF_8));
        LocalDate start = cast.today().plusDays(20);
        Map<String, Object> soc2 = overTwoMonths("SOC2", List.of("SECURITY"), start);
        Map<String, Object> soc3 = overTwoMonths("SOC3", List.of("SECURITY"), start);
        String id = propose(cast, List.of(soc2, soc3));
        var stranger = new Stranger(cast.all())
                .told(
                        "UserTask_TestControl",
                        Map.of(
                                "conclusion",
                                "deviation",
                                "itemsFailed",
                                1,
                                "failedAttribute",
                                "A grant was never approved.",
                                "cause",
                                "Haste",
                                "extent",
                                "isolated"))
                .told(
                        "UserTask_EvaluateDeviation",
                        Map.of("effect", "criterion-not-met", "evaluation", "Nothing makes up for it."));

        walk(cast, stranger, id, 4);
        List<JsonNode> reports = reports(cast, id);
        assertThat(reports)
                .hasSize(2)
                .allMatch(report -> report.path("state").asString().equals("issued"));
        assertThat(reports)
                .extracting(report -> report.path("reportType").asString())
                .containsExactly("SOC2", "SOC3");
        assertThat(reports)
                .extracting(report -> report.path("opinion").asString())
                .containsOnly("QUALIFIED");
        assertThat(reports)
                .extracting(report -> report.path("dates").path("assertion").asString())
                .doesNotContain("")
                .hasSize(2);
        assertThat(text(cast, reports.get(0)))
                .contains("SOC 2 Type II Report", "A grant was never approved.", "ACC-01");
        assertThat(text(cast, reports.get(1)))
                .contains("SOC 3 Report", "Qualified opinion", "Controls did not meet these criteria")
                .contains("We evaluated the controls within the system throughout that period.")
                .doesNotContain("ACC-01", "A grant was never approved.", "D-1", "Confidential");
        whatComesToLightTouchesBoth(cast, stranger, id, reports);
    }

    private static void whatComesToLightTouchesBoth(Cast cast, Stranger stranger, String id, List<JsonNode> reports)
            throws IOException {
        stranger.told(
                "UserTask_AssessFacts#1",
                Map.of(
                        "postIssueAction",
                        "revise",
                        "revisionText",
                        "Of ACC-01 a second grant was found.",
                        "publicRevisionText",
                        "More of the same was found."));
        stranger.told("UserTask_AssessFacts#2", Map.of("postIssueAction", "recall"));
        factsFound(cast, reports.get(0));
        stranger.work(id);
        List<JsonNode> revised = reports(cast, id);
        assertThat(revised)
                .extracting(report -> report.path("state").asString())
                .containsOnly("revised");
        assertThat(text(cast, revised.get(0))).contains("Of ACC-01 a second grant was found.");
        assertThat(text(cast, revised.get(1)))
                .contains("More of the same was found.", "Revision 1 of this report")
                .doesNotContain("ACC-01");

        factsFound(cast, reports.get(1));
        stranger.work(id);
        assertThat(reports(cast, id))
                .extracting(report -> report.path("state").asString())
                .containsOnly("recalled");
    }

    private static void factsFound(Cast cast, JsonNode report) {
        cast.as("audit-manager")
                .post(
                        "/api/reports/" + report.path("id").asString() + "/facts",
                        Map.of("foundOn", cast.today(), "description", "Another grant"))
                .ok();
    }

    @Test
    void aSocThreeMayStandAlone() throws IOException {
        var cast = new Cast("http://127.0.0.1:" + port, people, "Openhand");
        cast.importControls(ACCESS.getBytes(StandardCharsets.UTF_8));
        LocalDate start = cast.today().plusDays(20);
        String id = propose(cast, List.of(overTwoMonths("SOC3", List.of("SECURITY"), start)));
        walk(cast, new Stranger(cast.all()), id, 4);
        assertThat(reports(cast, id)).singleElement().satisfies(report -> {
            assertThat(report.path("state").asString()).isEqualTo("issued");
            assertThat(report.path("generalUse").asBoolean()).isTrue();
            assertThat(text(cast, report))
                    .contains("SOC 3 Report", "is fairly stated", "We evaluated the controls within the system")
                    .doesNotContain("ACC-01", "Restricted use");
        });
    }

    /** @param categories none for a SOC 1, which has objectives in their place */
    private static Map<String, Object> overTwoMonths(String type, List<String> categories, LocalDate start) {
        return Map.of(
                "reportType", type,
                "attestationType", "TYPE_II",
                "categories", categories,
                "periodStart", start,
                "periodEnd", start.plusDays(60));
    }

    private static String propose(Cast cast, List<Map<String, Object>> reports) {
        return cast.as("audit-manager")
                .post("/api/engagements", Map.of("client", cast.client(), "reports", reports, "team", cast.team()))
                .ok()
                .path("id")
                .asString();
    }

    private static void walk(Cast cast, Stranger stranger, String id, int months) {
        for (int month = 0; month < months; month++) {
            stranger.work(id);
            cast.later("P30D");
        }
        stranger.work(id);
    }

    private static List<JsonNode> reports(Cast cast, String id) {
        return cast.as("client-sponsor")
                .get("/api/engagements/" + id + "/reports")
                .ok()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String text(Cast cast, JsonNode report) throws IOException {
        byte[] pdf = cast.as("client-sponsor")
                .get("/api/reports/" + report.path("id").asString() + "/content?format=pdf")
                .bytes();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
