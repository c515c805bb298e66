package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import io.tickmark.extraction.RealFiles;
import io.tickmark.identity.NewPerson;
import io.tickmark.kernel.Actor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Evidence is found by its name, by what it says of itself and by its text, and by nobody who may not see it. */
class SearchOverHttpTest extends OverHttp {

    private static final List<String> EVERYBODY = List.of(
            "audit-partner",
            "audit-manager",
            "audit-senior",
            "audit-staff",
            "quality-reviewer",
            "project-manager",
            "client-sponsor",
            "client-compliance",
            "control-owner");

    @Autowired
    EvidenceSight allAtOnce;

    @Autowired
    DocumentSight oneAtATime;

    @Autowired
    DocumentRepository documents;

    static String path(String q, String... filters) {
        StringBuilder path = new StringBuilder("/api/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        for (int i = 0; i < filters.length; i += 2) {
            path.append('&')
                    .append(filters[i])
                    .append('=')
                    .append(URLEncoder.encode(filters[i + 1], StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    private static JsonNode found(EvidenceWorld by, String role, String q, String... filters) {
        EvidenceWorld.Reply reply = by.get(role, path(q, filters));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json();
    }

    private JsonNode found(String role, String q, String... filters) {
        return found(world, role, q, filters);
    }

    private static List<String> names(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private static String aWord() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    @Tag("database")
    void aDocumentIsFoundByItsNameByWhatItClaimsAndByItsTextAndTheWordsAreMarked() {
        String word = aWord();
        String request = world.asked("DOCUMENT", "ORG-01");
        world.given(request, "access_" + word + "-2025.txt", "nothing else");
        world.given(request, "mail.txt", "Some <b>words</b> before, then Ünïque" + word + " & some after. 📎");
        taken(world.upload(
                OWNER,
                uploads(request),
                new EvidenceWorld.Sent("claims.pdf", RealFiles.pdf("About " + word, Instant.now(), RealFiles.TEXT))));
        JsonNode byName = found(STAFF, word);
        assertThat(names(byName)).containsExactly("access_" + word + "-2025.txt", "claims.pdf");
        JsonNode first = byName.path("items").path(0);
        assertThat(first.path("highlights").path("name").path(0).asString())
                .isEqualTo("access_<mark>" + word + "</mark>-2025.txt");
        assertThat(first.path("reference").asString()).isEqualTo("R-1");
        assertThat(first.path("requestTitle").asString()).contains("📎");
        assertThat(byName.path("items")
                        .path(1)
                        .path("highlights")
                        .path("details")
                        .path(0)
                        .asString())
                .contains("About <mark>" + word + "</mark>");
        JsonNode byText = found(STAFF, "unique" + word);
        assertThat(names(byText)).containsExactly("mail.txt");
        assertThat(byText.path("items")
                        .path(0)
                        .path("highlights")
                        .path("text")
                        .path(0)
                        .asString())
                .contains("&lt;b&gt;", "<mark>Ünïque" + word + "</mark> &amp; some")
                .doesNotContain("<b>");
        assertThat(names(found(STAFF, word + " nothing")))
                .as("all words")
                .containsExactly("access_" + word + "-2025.txt");
        assertThat(names(found(STAFF, '"' + word + " 2025\""))).containsExactly("access_" + word + "-2025.txt");
        assertThat(names(found(STAFF, '"' + word + " access\""))).isEmpty();
        assertThat(names(found(STAFF, word.substring(0, 20) + "*"))).hasSize(2);
    }

    @Test
    void anotherClientFindsNothingAndCountsNothing() {
        String word = aWord();
        world.given(world.asked("DOCUMENT", "ORG-01"), word + ".txt", "text of " + word);
        EvidenceWorld other = anotherWorld();
        for (String role : List.of(OWNER, COMPLIANCE, "client-sponsor")) {
            JsonNode answer = found(other, role, word);
            assertThat(answer.path("total").asInt(-1)).as(role).isZero();
            assertThat(answer.path("items")).isEmpty();
            assertThat(answer.path("facets").toString()).doesNotContain(world.audit.client.toString(), word, "txt");
            assertThat(found(other, role, "", "client", world.audit.client.toString())
                            .path("total")
                            .asInt(-1))
                    .isZero();
            assertThat(found(other, role, "", "engagement", world.audit.engagement)
                            .path("total")
                            .asInt(-1))
                    .isZero();
        }
        assertThat(found(COMPLIANCE, word).path("total").asInt())
                .as("it can be found")
                .isEqualTo(1);
        assertThat(world.call("nobody-of-us", "GET", path(word), Map.of(), new byte[0])
                        .status())
                .isEqualTo(401);
    }

    @Test
    void insideAClientAControlOwnerFindsWhatIsHisUntilItIsHandedOn() {
        String word = aWord();
        people.create(
                new NewPerson(
                        world.audit.name("second-owner"), "Bo", null, world.audit.client, Set.of("control-owner")),
                "tickmark");
        world.audit.appoint(
                Map.of("control-owner", List.of(world.audit.name(OWNER), world.audit.name("second-owner"))));
        String request = world.asked("DOCUMENT", "ORG-01");
        // given by the client's compliance, so that it is no upload of his own
        taken(world.upload(COMPLIANCE, uploads(request), EvidenceWorld.Sent.of(word + ".txt", "text")));
        assertThat(found("second-owner", word).path("total").asInt(-1)).isZero();
        assertThat(found("second-owner", "").path("facets").path("control")).isEmpty();
        assertThat(found(OWNER, word).path("total").asInt()).isEqualTo(1);
        var handed = world.audit.post(
                COMPLIANCE,
                "/api/engagements/" + world.audit.engagement + "/requests/assign",
                Map.of("requests", List.of(request), "owner", world.audit.name("second-owner")));
        assertThat(handed.status()).as("%s", handed).isEqualTo(200);
        assertThat(found("second-owner", word).path("total").asInt()).isEqualTo(1);
        assertThat(found(OWNER, word).path("total").asInt(-1)).isZero();
    }

    @Test
    void whatIsLockedAwayOrTakenOutIsNotFound() {
        String word = aWord();
        String request = world.asked("DOCUMENT", "ORG-01");
        String id = world.given(request, word + ".txt", "text").path("id").asString();
        assertThat(found(STAFF, word).path("total").asInt()).isEqualTo(1);
        transaction.executeWithoutResult(
                status -> documents.findById(UUID.fromString(id)).orElseThrow().wasRead(false, Malware.FOUND));
        assertThat(found(STAFF, word).path("total").asInt(-1)).isZero();
    }

    @Test
    void whatTwoPeopleTookOutIsNotFoundByItsNameEither() {
        String word = aWord();
        String id = world.given(world.asked("DOCUMENT", "ORG-01"), word + ".txt", "text " + word)
                .path("id")
                .asString();
        assertThat(found(STAFF, word).path("total").asInt()).isEqualTo(1);
        String purge = "/api/documents/" + id + "/purge";
        assertThat(world.audit
                        .post(OWNER, purge, Map.of("reason", "Of somebody else"))
                        .status())
                .isEqualTo(200);
        assertThat(world.audit.post(MANAGER, purge + "/agree", Map.of()).status())
                .isEqualTo(200);
        assertThat(found(STAFF, word).path("total").asInt(-1)).isZero();
    }

    @Test
    void anIndexThatLagsTellsNothing() {
        String word = aWord();
        String request = world.asked("DOCUMENT", "ORG-01");
        taken(world.upload(COMPLIANCE, uploads(request), EvidenceWorld.Sent.of(word + ".txt", "text")));
        assertThat(found(OWNER, word).path("total").asInt()).isEqualTo(1);
        // past the application, so that no index hears of it
        database.sql("update evidence_request set owner_id = ? where id = ?")
                .params(UUID.randomUUID().toString(), request)
                .update();
        JsonNode answer = found(OWNER, word);
        assertThat(answer.path("items")).isEmpty();
        assertThat(answer.path("total").isNull()).as("%s", answer).isTrue();
        assertThat(answer.path("facets")).isEmpty();
    }

    @Test
    @Tag("database")
    void filtersNarrowAndFacetsCount() {
        String word = aWord();
        String one = world.asked("DOCUMENT", "ORG-01");
        String two = world.asked("CONFIGURATION", "ORG-01", "ORG-02");
        world.given(one, "a-" + word + ".txt", "text a");
        world.given(two, "b-" + word + ".csv", "id,name\n1,b\n");
        JsonNode all = found(MANAGER, word);
        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.path("complete").asBoolean()).isTrue();
        Map<String, Integer> controls = Map.of("ORG-01", 2, "ORG-02", 1);
        for (JsonNode facet : all.path("facets").path("control")) {
            assertThat(facet.path("count").asInt())
                    .isEqualTo(controls.get(facet.path("value").asString()));
        }
        assertThat(all.path("facets").path("control")).hasSize(2);
        assertThat(all.path("facets").path("client").path(0).path("label").asString())
                .contains("Northwind");
        assertThat(names(found(MANAGER, word, "control", "ORG-02"))).containsExactly("b-" + word + ".csv");
        assertThat(names(found(MANAGER, word, "kind", "DOCUMENT"))).containsExactly("a-" + word + ".txt");
        assertThat(names(found(MANAGER, word, "contentType", "text/csv"))).containsExactly("b-" + word + ".csv");
        assertThat(names(found(MANAGER, word, "state", "accepted"))).isEmpty();
        assertThat(names(found(MANAGER, word, "state", "read"))).hasSize(2);
        String today = world.today().toString();
        assertThat(names(found(MANAGER, word, "from", today, "to", today))).hasSize(2);
        assertThat(names(found(MANAGER, word, "to", world.today().minusDays(1).toString())))
                .isEmpty();
        JsonNode page = found(MANAGER, word, "limit", "1");
        JsonNode rest =
                found(MANAGER, word, "limit", "1", "cursor", page.path("next").asString());
        assertThat(names(page)).hasSize(1).doesNotContainAnyElementsOf(names(rest));
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void whateverIsTypedIsData() {
        List<String> typed = List.of(
                "\"",
                "\"a",
                "*",
                "a*",
                "**",
                "(",
                "((((",
                ")",
                "-",
                "+a -b |c",
                "a AND OR NOT",
                "a~2",
                "\"a b\"~9",
                "\\",
                "[a TO b]",
                "name:secret",
                "📎🧾",
                "\u202eabc",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "監査証跡".repeat(50),
                "a ".repeat(100).strip(),
                "%_?",
                "😀*");
        for (String q : typed) {
            assertThat(world.get(STAFF, path(q)).status()).as(q).isEqualTo(200);
        }
        assertThat(world.get(STAFF, path("x".repeat(201))).status()).isEqualTo(422);
        assertThat(world.get(STAFF, path("監".repeat(10_000))).status()).isBetween(400, 499);
        assertThat(world.get(STAFF, path("a", "cursor", "nonsense")).status()).isEqualTo(400);
        assertThat(world.get(STAFF, path("a", "limit", "0")).status()).isEqualTo(400);
        assertThat(world.get(STAFF, path("a", "from", "yesterday")).status()).isBetween(400, 422);
        assertThat(world.get(STAFF, path("a", "engagement", "no-id")).status()).isEqualTo(200);
    }

    @Test
    @Tag("database")
    void emojiAreFound() {
        String word = aWord();
        world.given(world.asked("DOCUMENT", "ORG-01"), word + " 🧾.txt", "a receipt 🧾 of 10.0.0.1");
        assertThat(names(found(STAFF, word + " 🧾"))).hasSize(1);
        assertThat(names(found(STAFF, word + " 🦀"))).isEmpty();
        assertThat(names(found(STAFF, word + " 10.0.0.1"))).hasSize(1);
    }

    @Test
    @Tag("database")
    void theRightsOfAQueryAreThoseOfEachDocument() {
        String word = aWord();
        String open = world.asked("DOCUMENT", "ORG-01");
        Map<String, Object> held = world.asking("DOCUMENT", "ORG-01");
        held.put("clientReview", true);
        String reviewed = world.raised(held).path("id").asString();
        Map<String, Object> nobodys = world.asking("DOCUMENT", "ORG-01");
        nobodys.remove("owner");
        String shared = world.raised(nobodys).path("id").asString();
        String seen = world.asked("OBSERVATION", "ORG-01");
        world.given(open, word + "-open.txt", "1");
        world.given(reviewed, word + "-held.txt", "2");
        taken(world.upload(COMPLIANCE, uploads(shared), EvidenceWorld.Sent.of(word + "-shared.txt", "3")));
        taken(world.upload(COMPLIANCE, uploads(open), EvidenceWorld.Sent.of(word + "-lead.txt", "4")));
        taken(world.upload(STAFF, uploads(seen), EvidenceWorld.Sent.of(word + "-firm.txt", "5")));
        List<Document> all = new ArrayList<>(documents.ofRequests(List.of(open, reviewed, shared, seen).stream()
                .map(UUID::fromString)
                .toList()));
        assertThat(all).hasSize(5);
        EvidenceWorld other = anotherWorld();
        for (EvidenceWorld of : List.of(world, other)) {
            for (String role : EVERYBODY) {
                Actor person = people.named(of.audit.name(role)).orElseThrow();
                List<String> one = seenOneByOne(oneAtATime, person, all);
                List<String> atOnce = seenAtOnce(allAtOnce, person, all);
                JsonNode answer = found(of, role, word);
                assertThat(atOnce).as(of.audit.name(role)).isEqualTo(one);
                assertThat(names(answer).stream().sorted().toList())
                        .as(of.audit.name(role))
                        .isEqualTo(one);
                assertThat(answer.path("total").asInt(-1))
                        .as(of.audit.name(role))
                        .isEqualTo(one.size());
            }
        }
    }

    @Test
    void theIndexIsMadeAnewByOneCommandOfAnAdministrator() {
        String word = aWord();
        world.given(world.asked("DOCUMENT", "ORG-01"), word + ".txt", "text");
        assertThat(world.call(MANAGER, "POST", "/api/search/reindex", Map.of(), new byte[0])
                        .status())
                .isEqualTo(403);
        assertThat(world.call(COMPLIANCE, "POST", "/api/search/reindex", Map.of(), new byte[0])
                        .status())
                .isEqualTo(403);
        assertThat(world.call("admin", "POST", "/api/search/reindex", Map.of(), new byte[0])
                        .status())
                .isEqualTo(202);
        boolean again = Wait.soon(() -> {
            JsonNode answer = found(STAFF, word);
            return answer.path("complete").asBoolean() && answer.path("total").asInt() == 1;
        });
        assertThat(again).isTrue();
    }
}
