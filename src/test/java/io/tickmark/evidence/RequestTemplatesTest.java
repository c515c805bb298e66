package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld.Answer;
import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Category;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RequestTemplatesTest extends OverHttp {

    private static final String TEMPLATES = "/api/request-templates";
    private static final String LIST = """
            title,kind,criteria,due_days,client_review
            Signed codes 📎,DOCUMENT,CC1.1,5,yes
            Minutes,document,CC1,,
            "Capacity, with figures",DOCUMENT,AVAILABILITY,,
            Nobody does this,CONFIGURATION,CC9.2,,
            """;

    @BeforeEach
    void aScopeOfSecurity(@Autowired Engagements engagements) {
        ReportPlan report = new ReportPlan(
                UUID.randomUUID(),
                ReportType.SOC2,
                AttestationType.TYPE_II,
                List.of(Category.SECURITY),
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                null);
        transaction.executeWithoutResult(status -> engagements.plan(world.engagement(), List.of(report)));
    }

    @Test
    @Tag("database")
    void aTemplateAsksForEachLineOnceAndSaysWhatItSkips() {
        String template = taken("First list " + UUID.randomUUID());
        Answer tried = apply(STAFF, template, true);
        assertThat(tried.body().path("created").asInt()).isEqualTo(2);
        assertThat(tried.body().path("skipped").asInt()).isEqualTo(2);
        assertThat(values(tried.body().path("lines"), "outcome"))
                .containsExactly("created", "created", "skipped", "skipped");
        assertThat(values(tried.body().path("lines"), "why"))
                .containsExactly("", "", "Not in this scope: AVAILABILITY", "No control of the scope serves CC9.2");
        assertThat(asked()).isEmpty();

        assertThat(apply(STAFF, template, false).body().path("created").asInt()).isEqualTo(2);
        List<JsonNode> asked = asked();
        assertThat(asked).extracting(r -> r.path("title").asString()).containsExactly("Signed codes 📎", "Minutes");
        assertThat(asked.get(0).path("controls").toString()).isEqualTo("[\"ORG-01\"]");
        assertThat(asked.get(1).path("controls").toString()).isEqualTo("[\"ORG-01\",\"ORG-02\"]");
        assertThat(asked.get(0).path("due").asString())
                .isEqualTo(world.today().plusDays(5).toString());
        assertThat(asked.get(0).path("clientReview").asBoolean()).isTrue();
        assertThat(asked.get(0).path("state").asString()).isEqualTo("open");
        assertThat(world.trail()).contains("template-applied");

        Answer again = apply(STAFF, template, false);
        assertThat(again.body().path("created").asInt()).isZero();
        assertThat(values(again.body().path("lines"), "why")).contains("Asked for already");
        assertThat(asked()).hasSize(2);
    }

    @Test
    void theOneThatComesWithTheProductIsThereAndStays() {
        JsonNode shipped = world.get(STAFF, TEMPLATES).json().path("items").path(0);
        assertThat(shipped.path("shipped").asBoolean()).isTrue();
        assertThat(shipped.path("lines").size()).isGreaterThan(15);
        String id = shipped.path("id").asString();
        assertThat(apply(MANAGER, id, true).body().path("created").asInt()).isPositive();
        assertThat(world.call(MANAGER, "DELETE", TEMPLATES + "/" + id, Map.of(), new byte[0])
                        .status())
                .isEqualTo(409);
        assertThat(take(MANAGER, shipped.path("name").asString(), LIST, false).status())
                .isEqualTo(409);
    }

    @Test
    @Tag("database")
    void whatWasTakenAlongComesBackAndOneOfTheSameNameIsReplaced() {
        String name = "Kept " + UUID.randomUUID();
        String id = taken(name);
        for (String format : List.of("csv", "xlsx")) {
            byte[] list = world.get(STAFF, TEMPLATES + "/" + id + "/export?format=" + format)
                    .bytes();
            Answer again = world.audit.send(MANAGER, importing(name, false), "text/csv", list);
            assertThat(again.body().path("unchanged").asInt()).as(format).isEqualTo(4);
        }
        assertThat(take(
                                MANAGER,
                                name.toUpperCase(java.util.Locale.ROOT),
                                "title,kind,criteria\nOne,DOCUMENT,P5\n",
                                false)
                        .status())
                .isEqualTo(200);
        assertThat(world.get(STAFF, TEMPLATES + "/" + id).json().path("lines")).hasSize(1);
        assertThat(world.call(MANAGER, "DELETE", TEMPLATES + "/" + id, Map.of(), new byte[0])
                        .status())
                .isEqualTo(204);
        assertThat(world.get(STAFF, TEMPLATES + "/" + id).status()).isEqualTo(404);
    }

    @Test
    @Tag("database")
    void itsNameAndLinesAreChangedByWhoReadItLast() {
        String name = "Changing " + UUID.randomUUID();
        String id = taken(name);
        JsonNode read = world.get(STAFF, TEMPLATES + "/" + id).json();
        Map<String, Object> first = line("Signed codes 📎", "DOCUMENT", List.of("CC1.1"));
        Map<String, Object> second = line("Board minutes", "configuration", List.of("cc1", "Availability"));
        second.put("dueDays", 7);
        second.put("clientReview", true);
        Answer changed = change(MANAGER, id, name + "!", read.path("version").asInt(-1), List.of(first, second));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        JsonNode now = world.get(STAFF, TEMPLATES + "/" + id).json();
        assertThat(now).isEqualTo(changed.body());
        assertThat(now.path("name").asString()).isEqualTo(name + "!");
        assertThat(now.path("lines")).hasSize(2);
        assertThat(now.path("lines").path(1).toString())
                .contains("Board minutes", "CONFIGURATION", "[\"CC1\",\"AVAILABILITY\"]", "7", "true");
        assertThat(now.path("version").asInt()).isEqualTo(read.path("version").asInt() + 1);

        assertThat(change(MANAGER, id, name, read.path("version").asInt(), List.of(first))
                        .status())
                .as("read before it changed")
                .isEqualTo(409);
        Answer wrong =
                change(MANAGER, id, " ", 1, List.of(first, new HashMap<>(Map.of("kind", "GOSSIP", "dueDays", 0))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errorFields())
                .containsExactlyInAnyOrder(
                        "name", "lines[1].title", "lines[1].kind", "lines[1].criteria", "lines[1].dueDays");
        assertThat(change(MANAGER, id, name, 1, List.of()).errorFields()).containsExactly("lines");
        String other = "Other " + UUID.randomUUID();
        taken(other);
        assertThat(change(MANAGER, id, other, 1, List.of(first)).errorFields()).containsExactly("name");
        for (String role : List.of(COMPLIANCE, OWNER, STAFF)) {
            assertThat(change(role, id, name, 1, List.of(first)).status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(world.get(STAFF, TEMPLATES + "/" + id).json()).isEqualTo(now);
        String shipped = world.get(STAFF, TEMPLATES)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(change(MANAGER, shipped, "Mine", 0, List.of(first)).status()).isEqualTo(409);
        assertThat(change(MANAGER, UUID.randomUUID().toString(), "Mine", 0, List.of(first))
                        .status())
                .isEqualTo(404);
    }

    private static Map<String, Object> line(String title, String kind, List<String> criteria) {
        return new HashMap<>(Map.of("title", title, "kind", kind, "criteria", criteria));
    }

    private Answer change(String role, String id, String name, int version, List<Map<String, Object>> lines) {
        return world.audit.put(role, TEMPLATES + "/" + id, Map.of("name", name, "version", version, "lines", lines));
    }

    @Test
    void badLinesAreNamedAndNothingIsKept() {
        String bad = "title,kind,criteria,due_days,client_review\n"
                + "Good,DOCUMENT,CC1.1,,\n"
                + ",GOSSIP,XYZ,soon,maybe\n"
                + "Short,DOCUMENT\n";
        String name = "Bad " + UUID.randomUUID();
        Answer refused = take(MANAGER, name, bad, false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorFields())
                .containsExactlyInAnyOrder(
                        "line 3: title",
                        "line 3: kind",
                        "line 3: criteria",
                        "line 3: due_days",
                        "line 3: client_review",
                        "line 4: columns");
        assertThat(take(MANAGER, name, bad, true).body().path("refused").asInt())
                .isEqualTo(2);
        assertThat(world.get(STAFF, TEMPLATES).toString()).doesNotContain(name);
        assertThat(take(MANAGER, " ", LIST, false).errorFields()).containsExactly("name");
    }

    @Test
    void templatesAreTheFirmsAndNoClients() {
        String template = taken("Ours " + UUID.randomUUID());
        for (String role : List.of(COMPLIANCE, OWNER)) {
            for (String path : List.of(TEMPLATES, TEMPLATES + "/" + template, TEMPLATES + "/" + template + "/export")) {
                assertThat(world.get(role, path).status()).as(role + path).isEqualTo(403);
            }
            assertThat(take(role, "Theirs", LIST, false).status()).isEqualTo(403);
            assertThat(apply(role, template, false).status()).isEqualTo(403);
        }
        assertThat(take(STAFF, "Mine", LIST, false).status()).isEqualTo(403);
        assertThat(world.call(STAFF, "DELETE", TEMPLATES + "/" + template, Map.of(), new byte[0])
                        .status())
                .isEqualTo(403);
        EvidenceWorld others = anotherWorld();
        String there = "/api/engagements/" + world.audit.engagement + "/requests/template";
        assertThat(others.audit
                        .post(COMPLIANCE, there, Map.of("template", template))
                        .status())
                .isEqualTo(404);
        assertThat(others.audit.post(STAFF, there, Map.of("template", template)).status())
                .isEqualTo(404);
        assertThat(world.audit
                        .post(STAFF, there, Map.of("template", UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        Map<String, Object> wrong = new HashMap<>(Map.of("template", template));
        wrong.put("owner", world.audit.name(MANAGER));
        wrong.put("due", "2001-01-01");
        assertThat(world.audit.post(STAFF, there, wrong).errorFields()).containsExactlyInAnyOrder("owner", "due");
    }

    private String taken(String name) {
        assertThat(take(MANAGER, name, LIST, false).body().path("created").asInt())
                .isEqualTo(4);
        return world.get(STAFF, TEMPLATES)
                .json()
                .path("items")
                .valueStream()
                .filter(t -> t.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private Answer take(String role, String name, String list, boolean dryRun) {
        return world.audit.send(role, importing(name, dryRun), "text/csv", list.getBytes(UTF_8));
    }

    private static String importing(String name, boolean dryRun) {
        return TEMPLATES + "/import?dryRun=" + dryRun + "&name=" + java.net.URLEncoder.encode(name, UTF_8);
    }

    private Answer apply(String role, String template, boolean dryRun) {
        return world.audit.post(
                role,
                "/api/engagements/" + world.audit.engagement + "/requests/template?dryRun=" + dryRun,
                Map.of("template", template));
    }

    private List<JsonNode> asked() {
        return world.get(STAFF, "/api/engagements/" + world.audit.engagement + "/requests")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> values(JsonNode list, String field) {
        return list.valueStream().map(item -> item.path(field).asString()).toList();
    }
}
