package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld.Answer;
import io.tickmark.evidence.EvidenceWorld.Reply;
import io.tickmark.sheets.Sheet;
import io.tickmark.sheets.SheetColumns;
import io.tickmark.sheets.SheetFormat;
import io.tickmark.sheets.SheetLine;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RequestListTest extends OverHttp {

    private static final String HEADING = "title,kind,controls,owner,due,covers_from,covers_to,client_review\n";

    @Test
    @Tag("database")
    void aListIsTakenOverLineByLine() {
        String list = HEADING
                + "Policy 📎,document,ORG-01;ORG-02," + world.audit.name(OWNER) + "," + in(10)
                + ",2026-01-01,2026-03-31,yes\n"
                + "Settings,CONFIGURATION,ORG-02,," + in(12) + ",,,\n";
        assertThat(counts(take(MANAGER, list, true))).containsExactly(2, 0, 0, 0);
        assertThat(items(STAFF)).isEmpty();
        assertThat(counts(take(MANAGER, list, false))).containsExactly(2, 0, 0, 0);
        List<JsonNode> raised = items(STAFF);
        assertThat(raised).extracting(r -> r.path("title").asString()).containsExactly("Policy 📎", "Settings");
        JsonNode policy = raised.get(0);
        assertThat(policy.path("state").asString()).isEqualTo("open");
        assertThat(policy.path("controls")).hasSize(2);
        assertThat(policy.path("owner").asString()).isEqualTo(world.audit.name(OWNER));
        assertThat(policy.path("clientReview").asBoolean()).isTrue();
        assertThat(policy.path("coversTo").asString()).isEqualTo("2026-03-31");
        assertThat(world.task(OWNER, "ProvideEvidence", policy.path("id").asString())
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void everyBadLineIsNamedAndNothingIsTakenOver() {
        String list = HEADING
                + "Good,DOCUMENT,ORG-01,," + in(10) + ",,,\n"
                + ",GOSSIP,XX-1,nobody,2001-01-01,2026-03-01,2026-01-01,maybe\n"
                + "Short line,DOCUMENT\n"
                + "Day,DOCUMENT,ORG-01,,31.12.2026,,,\n"
                + "Again,GOSSIP,ORG-01,," + in(1) + ",2026-03-01,2026-01-01,\n";
        Answer refused = take(MANAGER, list, false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorFields())
                .containsExactly(
                        "line 3: client_review", "line 4: columns", "line 5: due", "line 6: kind", "line 6: covers_to");
        assertThat(items(STAFF)).isEmpty();
        Answer tried = take(MANAGER, list, true);
        assertThat(counts(tried)).containsExactly(1, 0, 0, 4);
        assertThat(tried.body().path("lines").path(1).path("message").asString())
                .contains("maybe");
    }

    @Test
    void whatWasTakenAlongComesBackUnchangedAndWithItsChanges() {
        world.asked("DOCUMENT", "ORG-01");
        String second = world.raised(
                        Map.of("title", "=1+1", "kind", "DOCUMENT", "controls", List.of("ORG-02"), "due", in(9)))
                .path("id")
                .asString();
        for (String format : List.of("csv", "xlsx")) {
            byte[] list = export(MANAGER, format).bytes();
            assertThat(counts(take(MANAGER, list, false))).as(format).containsExactly(0, 0, 2, 0);
        }
        String text = new String(export(MANAGER, "csv").bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(",'=1+1,");
        String changed = text.replace("'=1+1", "Minutes of the board").replace(in(9), in(20));
        assertThat(counts(take(MANAGER, changed, false))).containsExactly(0, 1, 1, 0);
        JsonNode request = world.request(STAFF, second);
        assertThat(request.path("title").asString()).isEqualTo("Minutes of the board");
        assertThat(request.path("due").asString()).isEqualTo(in(20));
        assertThat(events()).contains("request-renamed", "request-extended");
    }

    @Test
    void thePlaceThatARequestAsksAboutIsTakenAlongAndTakenOver() {
        String list = "title,kind,controls,due,location\n"
                + "Settings,CONFIGURATION,ORG-02," + in(12) + ",\"Berlin, Mitte 🏙\"\n"
                + "Policy,DOCUMENT,ORG-01," + in(12) + ",\n"
                + "Far,DOCUMENT,ORG-01," + in(12) + "," + "x".repeat(201) + "\n";
        assertThat(take(MANAGER, list, false).errorFields()).containsExactly("line 4: location");
        list = list.substring(0, list.indexOf("Far"));
        assertThat(counts(take(MANAGER, list, false))).containsExactly(2, 0, 0, 0);
        assertThat(items(STAFF))
                .extracting(request -> request.path("location").asString(""))
                .containsExactly("Berlin, Mitte 🏙", "");
        for (String format : List.of("csv", "xlsx")) {
            byte[] taken = export(MANAGER, format).bytes();
            assertThat(lines(taken))
                    .as(format)
                    .extracting(line -> line.cell("location"))
                    .containsExactly("Berlin, Mitte 🏙", "");
            assertThat(counts(take(MANAGER, taken, false))).as(format).containsExactly(0, 0, 2, 0);
        }
        String moved = new String(export(MANAGER, "csv").bytes(), StandardCharsets.UTF_8).replace("Mitte", "Spandau");
        assertThat(take(MANAGER, moved, false).errorFields()).containsExactly("line 2: location");
        String silent = "reference,title,kind,controls,due\nR-1,Settings,CONFIGURATION,ORG-02," + in(12) + "\n";
        assertThat(counts(take(MANAGER, silent, false)))
                .as("a list that says nothing of places")
                .containsExactly(0, 0, 1, 0);
    }

    @Test
    void whatARequestIsStaysAndWhatIsClosedStays() {
        String closed = world.asked("DOCUMENT", "ORG-01");
        bulk(MANAGER, "withdraw", Map.of("requests", List.of(closed), "reason", "Asked twice"));
        world.asked("DOCUMENT", "ORG-02");
        String heading = "reference,title,kind,controls,due\n";
        assertThat(take(
                                MANAGER,
                                heading
                                        + "R-1,Other,DOCUMENT,ORG-01," + in(10) + "\n"
                                        + "r-2,Other,CONFIGURATION,ORG-02," + in(10) + "\n"
                                        + "R-2,Other,DOCUMENT,ORG-01," + in(10) + "\n"
                                        + "R-9,Other,DOCUMENT,ORG-01," + in(10) + "\n",
                                false)
                        .errorFields())
                .containsExactly("line 2: reference", "line 3: kind", "line 4: reference", "line 5: reference");
    }

    @Test
    void theListHoldsWhatItsReaderMaySee() {
        world.asked("DOCUMENT", "ORG-01");
        Map<String, Object> others = world.asking("DOCUMENT", "ORG-02");
        others.put("title", "For somebody else");
        String sponsor = "client-sponsor";
        world.audit.appoint(Map.of(OWNER, List.of(world.audit.name(OWNER), world.audit.name(sponsor))));
        others.put("owner", world.audit.name(sponsor));
        world.raised(others);
        assertThat(lines(export(OWNER, "xlsx").bytes())).hasSize(1);
        assertThat(lines(export(COMPLIANCE, "csv").bytes())).hasSize(2);
        EvidenceWorld other = anotherWorld();
        assertThat(other.get(COMPLIANCE, path() + "/export?format=csv").status())
                .isEqualTo(404);
        assertThat(world.get(STAFF, path() + "/export?format=pdf").status()).isEqualTo(400);
    }

    @Test
    void anExtendedRequestMovesItsTaskAndItsEscalation() {
        String request = world.asked("DOCUMENT", "ORG-01");
        String task = world.task(OWNER, "ProvideEvidence", request).path("id").asString();
        var done = bulk(
                MANAGER,
                "extend",
                Map.of("requests", List.of(request), "due", in(40), "reason", "The quarter closes late"));
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        assertThat(done.body().path("items").path(0).path("due").asString()).isEqualTo(in(40));
        JsonNode moved = world.audit.get(OWNER, "/api/tasks/" + task).body();
        assertThat(moved.path("due").asString()).startsWith(in(40));
        assertThat(moved.path("version").asInt()).isEqualTo(1);
        world.audit.later("P15D");
        assertThat(events()).contains("owner-reminded").doesNotContain("request-escalated");
        world.audit.later("P30D");
        assertThat(events()).contains("request-escalated");
        assertThat(world.request(STAFF, request).path("reminders").asInt()).isEqualTo(3);
    }

    @Test
    @Tag("database")
    void manyAreHandedOnRemindedAndWithdrawnTogetherOrNotAtAll() {
        String first = world.asked("DOCUMENT", "ORG-01");
        String second = world.asked("DOCUMENT", "ORG-02");
        String draft = draft();
        List<String> all = List.of(first, second, draft);
        var freed = bulk(COMPLIANCE, "assign", Map.of("requests", all));
        assertThat(freed.status()).as("%s", freed).isEqualTo(200);
        assertThat(items(STAFF)).filteredOn(r -> !r.path("owner").isNull()).hasSize(1);
        Map<String, Object> back = new HashMap<>(Map.of("requests", all));
        back.put("owner", world.audit.name(OWNER));
        assertThat(bulk(MANAGER, "assign", back).status()).isEqualTo(200);
        assertThat(world.task(OWNER, "ProvideEvidence", first).path("assignee").asString())
                .isEqualTo(world.audit.name(OWNER));

        assertThat(bulk(MANAGER, "remind", Map.of("requests", all)).errorFields())
                .containsExactly("requests[2]");
        assertThat(events()).doesNotContain("owner-reminded");
        var reminded = bulk(COMPLIANCE, "remind", Map.of("requests", List.of(first, second)));
        assertThat(reminded.body().path("items").path(1).path("reminders").asInt())
                .isEqualTo(1);

        assertThat(bulk(MANAGER, "withdraw", Map.of("requests", all)).errorFields())
                .containsExactly("reason");
        var gone = bulk(MANAGER, "withdraw", Map.of("requests", all, "reason", "Another system is in scope"));
        assertThat(gone.status()).as("%s", gone).isEqualTo(200);
        assertThat(gone.body().path("items").valueStream())
                .extracting(r -> r.path("state").asString())
                .containsOnly("withdrawn");
    }

    @Test
    void onlyAuditorsAskAndExtendAndNobodyReachesAnotherEngagement() {
        String request = world.asked("DOCUMENT", "ORG-01");
        Map<String, Object> one = Map.of("requests", List.of(request), "due", in(20), "reason", "x");
        assertThat(bulk(COMPLIANCE, "extend", one).status()).isEqualTo(403);
        assertThat(bulk(COMPLIANCE, "withdraw", one).status()).isEqualTo(403);
        assertThat(bulk(OWNER, "remind", one).status()).isEqualTo(403);
        assertThat(take(COMPLIANCE, HEADING, true).status()).isEqualTo(403);
        EvidenceWorld other = anotherWorld();
        for (String verb : List.of("assign", "remind", "extend", "withdraw")) {
            assertThat(other.audit.post(COMPLIANCE, path() + "/" + verb, one).status())
                    .isEqualTo(404);
            assertThat(other.audit
                            .post(MANAGER, "/api/engagements/" + other.audit.engagement + "/requests/" + verb, one)
                            .status())
                    .as("another engagement's request under one's own")
                    .isEqualTo(404);
            assertThat(bulk(MANAGER, verb, Map.of("reason", "x", "due", in(3))).status())
                    .isEqualTo(400);
        }
        assertThat(world.state(request)).isEqualTo("open");
    }

    private String draft() {
        world.asked("POPULATION", "ORG-01");
        return world.asked("SAMPLE", "ORG-01");
    }

    private String path() {
        return "/api/engagements/" + world.audit.engagement + "/requests";
    }

    private String in(int days) {
        return world.today().plusDays(days).toString();
    }

    private Answer bulk(String role, String verb, Map<String, ?> body) {
        return world.audit.post(role, path() + "/" + verb, body);
    }

    private Answer take(String role, String list, boolean dryRun) {
        return take(role, list.getBytes(StandardCharsets.UTF_8), dryRun);
    }

    private Answer take(String role, byte[] list, boolean dryRun) {
        return world.audit.send(role, path() + "/import?dryRun=" + dryRun, "application/octet-stream", list);
    }

    /** Created, updated, unchanged, refused. */
    private static List<Integer> counts(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return List.of("created", "updated", "unchanged", "refused").stream()
                .map(outcome -> answer.body().path(outcome).asInt())
                .toList();
    }

    private Reply export(String role, String format) {
        Reply list = world.get(role, path() + "/export?format=" + format);
        assertThat(list.status()).as("%s", list).isEqualTo(200);
        assertThat(list.header("Content-Type")).isEqualTo(SheetFormat.of(format).contentType());
        return list;
    }

    private static List<SheetLine> lines(byte[] list) {
        return Sheet.read(list, new SheetColumns("request", List.of("reference"), List.of(), 100))
                .lines();
    }

    private List<JsonNode> items(String role) {
        return world.audit.get(role, path()).body().path("items").valueStream().toList();
    }

    private List<String> events() {
        return database.sql("select event_name from trail_entry where engagement_id = ? order by seq")
                .param(world.audit.engagement)
                .query(String.class)
                .list();
    }
}
