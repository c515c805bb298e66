package io.tickmark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A report that includes the controls of another company: its management signs for itself, or there is no such report. */
@TickmarkTest
class InclusiveSubserviceJourneyTest {

    private static final String CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1;CC6.2,per_event,preventive/manual,DOC access procedure
            """;
    private static final String STATEMENTS = "UserTask_SignSubserviceStatements";
    private static final String OTHER = "Stratus Hosting";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Cast cast() {
        return new Cast("http://127.0.0.1:" + port, people, "Lantern", admin -> List.of("subservice-sponsor"));
    }

    private static Stranger whoRefusesFirst(Cast cast) {
        return new Stranger(cast.all())
                .told("UserTask_DefineScope", relyingOn("inclusive"))
                .told(STATEMENTS + "#1", Map.of("statementsDecision", "refuse", "refusalReason", "Not our audit"));
    }

    private static Map<String, Object> relyingOn(String method) {
        return Map.of(
                "subserviceOrganisations", List.of(Map.of("name", OTHER, "service", "hosting", "method", method)));
    }

    @Test
    void withoutItsOwnStatementsTheReportIsNotSigned() throws IOException {
        Cast cast = cast();
        Stranger stranger = whoRefusesFirst(cast);
        String id = upToTheSignature(cast, stranger);

        assertThat(sign(cast, id, "sign")).contains(OTHER + " has signed neither", "only carve-out remains");
        assertThat(otherTasks(cast, id)).hasSize(1);
        assertThat(everyTask(cast, id, "client-sponsor", STATEMENTS)).isEmpty();
        stranger.work(id, only("UserTask_SignReport"));
        assertThat(sign(cast, id, "sign")).contains(OTHER + " does not sign: Not our audit");

        assertThat(sign(cast, id, "redate")).isEmpty();
        stranger.told(STATEMENTS, Map.of("statementsDecision", "sign"));
        stranger.work(id);
        JsonNode report = report(cast, id);
        assertThat(report.path("state").asString()).isEqualTo("issued");
        assertThat(text(cast, report))
                .contains("Assertion of the management of " + OTHER, "We provide services to Lantern")
                .contains("Person subservice-sponsor");
    }

    @Test
    void ifItDoesNotSignOnlyCarveOutRemains() throws IOException {
        Cast cast = cast();
        Stranger stranger = whoRefusesFirst(cast)
                .told("UserTask_RedefineScope", relyingOn("carve-out"))
                .told(
                        "UserTask_AnswerComments#2",
                        Map.of("furtherWork", "yes", "furtherWorkReason", "The method has to change"));
        String id = upToTheSignature(cast, stranger);
        stranger.work(id, only("UserTask_SignReport"));
        assertThat(sign(cast, id, "sign")).contains(OTHER + " does not sign");

        assertThat(sign(cast, id, "back")).isEmpty();
        stranger.work(id, only("UserTask_SignReport", "UserTask_ChooseTestsToReopen"));
        cast.as("audit-manager")
                .post(
                        "/api/engagements/" + id + "/changes",
                        Map.of(
                                "kind", "METHOD",
                                "reasonCode", "SUBSERVICE_ACCESS_LOST",
                                "description", OTHER + " does not sign its statements"))
                .ok();
        stranger.work(id, only("UserTask_SignReport", "UserTask_ChooseTestsToReopen"));
        stranger.work(id, only("UserTask_SignReport"));
        assertThat(sign(cast, id, "sign")).isEmpty();
        stranger.work(id);
        assertThat(report(cast, id).path("state").asString()).isEqualTo("issued");
        assertThat(text(cast, report(cast, id)))
                .contains("its controls are not part of this description")
                .doesNotContain("Assertion of the management of " + OTHER);
    }

    private static JsonNode report(Cast cast, String id) {
        return cast.as("client-sponsor")
                .get("/api/engagements/" + id + "/reports")
                .ok()
                .path("items")
                .path(0);
    }

    /** Everything is done but the other organisation's statements and the partner's signature. */
    private static String upToTheSignature(Cast cast, Stranger stranger) {
        cast.importControls(CONTROLS.getBytes(StandardCharsets.UTF_8));
        LocalDate asOf = cast.today().plusDays(40);
        String id = cast.as("audit-manager")
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
        stranger.work(id);
        cast.later("P13D");
        stranger.work(id);
        cast.later("P27D");
        stranger.work(id, only("UserTask_SignReport", STATEMENTS, "UserTask_ReconfirmIndependence"));
        assertThat(everyTask(cast, id, "audit-partner", "UserTask_ReconfirmIndependence"))
                .allSatisfy(task -> assertThat(data(cast, "audit-partner", task)
                                .path("included")
                                .asString())
                        .isEqualTo(OTHER));
        stranger.work(id, only("UserTask_SignReport", STATEMENTS));
        return id;
    }

    private static Predicate<JsonNode> only(String... keys) {
        return task -> List.of(keys).contains(task.path("key").asString());
    }

    private static List<String> otherTasks(Cast cast, String id) {
        return everyTask(cast, id, "subservice-sponsor", STATEMENTS);
    }

    private static List<String> everyTask(Cast cast, String id, String role, String key) {
        return Stranger.list(cast.as(role), "/api/tasks?limit=200&engagement=" + id).stream()
                .filter(task -> task.path("key").asString().equals(key))
                .map(task -> task.path("id").asString())
                .toList();
    }

    private static JsonNode data(Cast cast, String role, String task) {
        return cast.as(role).get("/api/tasks/" + task).ok().path("data");
    }

    /** What the partner is refused; empty where the answer was taken. */
    private static String sign(Cast cast, String id, String signing) {
        String task =
                everyTask(cast, id, "audit-partner", "UserTask_SignReport").get(0);
        int version = cast.as("audit-partner")
                .get("/api/tasks/" + task)
                .ok()
                .path("version")
                .asInt();
        Api.Answer answer = cast.as("audit-partner")
                .post(
                        "/api/tasks/" + task + "/complete",
                        Map.of("version", version, "data", Map.of("signing", signing, "signature", true)));
        assertThat(answer.status()).isIn(200, 422);
        return answer.status() == 200 ? "" : answer.text();
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
