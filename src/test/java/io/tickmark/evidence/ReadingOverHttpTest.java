package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.ACCEPT;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.population;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import io.tickmark.evidence.EvidenceWorld.Reply;
import io.tickmark.evidence.EvidenceWorld.Sent;
import io.tickmark.extraction.HostileFiles;
import io.tickmark.extraction.RealFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the giver of a document hears at once about it, and what everybody sees of it later. */
class ReadingOverHttpTest extends OverHttp {

    private String request;

    @BeforeEach
    void anOpenRequest() {
        Map<String, Object> asking = world.asking("CONFIGURATION", "ORG-01");
        asking.put("coversFrom", world.today().minusDays(90).toString());
        asking.put("coversTo", world.today().plusDays(90).toString());
        request = world.raised(asking).path("id").asString();
    }

    private JsonNode sent(String name, byte[] bytes) {
        return sent(request, name, bytes);
    }

    private JsonNode sent(String to, String name, byte[] bytes) {
        return taken(world.upload(OWNER, uploads(to), new Sent(name, bytes))).path(0);
    }

    private static List<String> codes(JsonNode document) {
        return document.path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }

    private static String message(JsonNode document, String code) {
        return document.path("findings")
                .valueStream()
                .filter(finding -> finding.path("code").asString().equals(code))
                .map(finding -> finding.path("message").asString())
                .findFirst()
                .orElse("no " + code + " in " + document);
    }

    private JsonNode metadata(JsonNode document) {
        return world.get(STAFF, "/api/documents/" + document.path("id").asString() + "/metadata")
                .json();
    }

    private Instant inThePeriod() {
        return Instant.parse(world.today() + "T08:00:00Z");
    }

    @Test
    void whatAFileIsAndWhatItClaimsAreToldApart() {
        JsonNode pdf = sent("leavers.pdf", RealFiles.pdf("Leavers 📎", inThePeriod(), RealFiles.TEXT, "more"));
        assertThat(pdf.path("state").asString()).isEqualTo("read");
        assertThat(pdf.path("malware").asString()).isEqualTo("not scanned");
        JsonNode metadata = metadata(pdf);
        assertThat(metadata.path("reading").path("state").asString()).isEqualTo("read");
        assertThat(metadata.path("malware").path("detail").asString()).contains("No scanner");
        assertThat(metadata.path("found").path("pages").asInt()).isEqualTo(2);
        assertThat(metadata.path("found").path("language").asString()).isEqualTo("en");
        assertThat(metadata.path("found").has("title")).isFalse();
        assertThat(metadata.path("claimed").path("title").asString()).isEqualTo("Leavers 📎");
        assertThat(metadata.path("claimed").path("author").asString()).isEqualTo("Ana Reyes");
        assertThat(metadata.path("claimed").path("created").asString())
                .isEqualTo(inThePeriod().toString());
        JsonNode mail = metadata(sent("mail.eml", RealFiles.mail()));
        assertThat(mail.path("claimedMail").valueStream().map(h -> h.path("name")
                        .asString()))
                .contains("from", "subject");
        JsonNode zip = metadata(sent("files.zip", HostileFiles.lockedZip()));
        assertThat(zip.path("found").path("encrypted").asBoolean()).isTrue();
    }

    @Test
    void whatNobodyCanTestIsSaidAtUpload() {
        assertThat(codes(sent("a.pdf", RealFiles.encryptedPdf()))).containsExactly("encrypted");
        assertThat(codes(sent("b.docx", RealFiles.encryptedDocx()))).contains("encrypted");
        assertThat(codes(sent("c.pdf", RealFiles.text("%PDF-1.7\nbroken")))).containsExactly("unreadable");
        assertThat(codes(sent("d.xlsm", HostileFiles.macros()))).contains("macros");
        assertThat(codes(sent("e.docx", RealFiles.xlsx(Map.of("S", List.of(List.of("a")))))))
                .contains("type-does-not-match-name");
        assertThat(codes(sent("e2.docx", RealFiles.zip(Map.of("a.txt", RealFiles.text("no document"))))))
                .containsExactly("unreadable");
        assertThat(codes(sent("f.png", RealFiles.picture("png", 300, 200)))).containsExactly("no-date-in-picture");
        assertThat(codes(sent("g.xlsx", RealFiles.xlsx(Map.of("Empty", List.of())))))
                .contains("nothing-in-it");
        JsonNode bomb = sent("h.zip", HostileFiles.bomb());
        assertThat(bomb.path("state").asString()).isEqualTo("unreadable");
        assertThat(codes(bomb)).containsExactly("not-extracted");
    }

    @Test
    void evidenceOfAnotherTimeIsAskedAbout() {
        byte[] old = RealFiles.docx(RealFiles.TEXT, Instant.parse("2019-02-03T00:00:00Z"));
        assertThat(message(sent("settings.docx", old), "outside-period")).contains("2019-02-03", "before the period");
        assertThat(message(sent(world.asked("DOCUMENT", "ORG-02"), "policy.docx", old), "too-old"))
                .contains("2019-02-03");
        byte[] ahead = RealFiles.docx(RealFiles.TEXT, inThePeriod().plusSeconds(90 * 86_400));
        assertThat(codes(sent("later.docx", ahead))).contains("dated-in-future");
        assertThat(codes(sent("new.docx", RealFiles.docx("Something else", inThePeriod()))))
                .doesNotContain("outside-period", "too-old", "dated-in-future");
    }

    @Test
    @Tag("database")
    void almostTheSameTextIsSeenByWhoMayKnowOfTheOther() {
        String text = IntStream.range(0, 60)
                .mapToObj(i -> "In step " + i + " the engineer of shift " + i * 7 + " looks at alarm " + i * 13)
                .collect(Collectors.joining(". "));
        world.given(request, "procedure.txt", text);
        JsonNode near = world.given(world.asked("DOCUMENT", "ORG-02"), "copy.txt", text + " and leaves.");
        assertThat(message(near, "near-duplicate")).contains("procedure.txt", "to R-1");
        EvidenceWorld other = anotherWorld();
        assertThat(codes(other.given(other.asked("DOCUMENT", "ORG-01"), "theirs.txt", text + " and stays.")))
                .as("another client's")
                .isEmpty();
        String hidden = world.asked("OBSERVATION", "ORG-02");
        String words = text.replace("alarm", "door");
        Reply unseen = world.upload(STAFF, uploads(hidden), Sent.of("doors.txt", words));
        assertThat(codes(taken(unseen).path(0))).isEmpty();
        assertThat(codes(world.given(request, "mine.txt", words + " too.")))
                .as("what the auditor made")
                .isEmpty();
        String gates = text.replace("alarm", "gate");
        taken(world.upload(STAFF, uploads(hidden), Sent.of("gates.txt", gates)));
        assertThat(codes(world.given(request, "same.txt", gates)))
                .as("the very bytes of what the auditor made")
                .isEmpty();
    }

    @Test
    @Tag("database")
    void aFindingIsOverriddenWithAReasonThatTheReviewerReads() {
        JsonNode picture = sent("screen.png", RealFiles.picture("png", 300, 200));
        String finding = "/api/documents/" + picture.path("id").asString() + "/findings/no-date-in-picture/override";
        Map<String, String> reason = Map.of("reason", "The day stands in the corner 📎");
        assertThat(world.audit.post(STAFF, finding, reason).status()).isEqualTo(403);
        assertThat(world.audit.post(OWNER, finding, Map.of("reason", " ")).errorFields())
                .containsExactly("reason");
        assertThat(world.audit
                        .post(OWNER, finding.replace("no-date-in-picture", "macros"), reason)
                        .status())
                .isEqualTo(404);
        assertThat(anotherWorld().audit.post(OWNER, finding, reason).status()).isEqualTo(404);
        assertThat(world.audit.post(OWNER, finding, reason).status()).isEqualTo(200);
        world.done(OWNER, "ProvideEvidence", request, EvidenceWorld.files(picture));
        JsonNode seen = world.task(STAFF, "ReviewEvidence", request)
                .path("documents")
                .path(0)
                .path("findings")
                .path(0);
        assertThat(seen.path("override").path("reason").asString()).isEqualTo(reason.get("reason"));
        assertThat(seen.path("override").path("by").asString()).isNotEmpty();
        assertThat(world.trail()).contains("finding-overridden");
        assertThat(world.audit
                        .post(OWNER, "/api/documents/" + picture.path("id").asString() + "/read", Map.of())
                        .status())
                .isEqualTo(202);
        awaitRead(picture);
        assertThat(world.request(OWNER, request)
                        .path("documents")
                        .path(0)
                        .path("findings")
                        .path(0)
                        .path("override")
                        .path("reason")
                        .asString())
                .as("also after it was read again")
                .isEqualTo(reason.get("reason"));
        assertThat(world.trail()).contains("reading-asked");
        assertThat(anotherWorld()
                        .audit
                        .post(OWNER, "/api/documents/" + picture.path("id").asString() + "/read", Map.of())
                        .status())
                .isEqualTo(404);
    }

    /** How the reading ended, which a busy machine may take up after the upload's answer. */
    private String awaitRead(JsonNode document) {
        assertThat(Wait.soon(() -> !reading(document).equals("waiting")))
                .as("read")
                .isTrue();
        return reading(document);
    }

    private String reading(JsonNode document) {
        return metadata(document).path("reading").path("state").asString();
    }

    @Test
    void whoDoesNotWaitIsToldLater() {
        Reply hurried = world.upload(
                OWNER,
                uploads(request),
                Map.of("Prefer", "respond-async"),
                new Sent("a.pdf", RealFiles.encryptedPdf()));
        JsonNode document = taken(hurried).path(0);
        assertThat(document.path("state").asString()).isEqualTo("received");
        awaitRead(document);
        JsonNode later = world.request(OWNER, request).path("documents").path(0);
        assertThat(later.path("state").asString()).isEqualTo("unreadable");
        assertThat(codes(later)).containsExactly("encrypted");
    }

    @Test
    void aKeyGivesTheSameAnswerAlsoWhatReadingFound() {
        Map<String, String> key = Map.of("Idempotency-Key", "key-" + request);
        Sent file = new Sent("a.pdf", RealFiles.encryptedPdf());
        Reply first = world.upload(OWNER, uploads(request), key, file);
        assertThat(codes(taken(first).path(0))).containsExactly("encrypted");
        Reply again = world.upload(OWNER, uploads(request), key, file);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(world.request(OWNER, request).path("documents")).hasSize(1);
    }

    @Test
    void aPopulationSaysHowItWasDrawnAndIsCountedAgain() {
        String asked = world.asked("POPULATION", "ORG-01");
        JsonNode list = world.given(asked, "joiners.csv", "id,name\nP-1,Ada\nP-2,Bob\nP-3,Cid\n");
        assertThat(codes(list)).containsExactly("population-to-explain");
        assertThat(message(list, "population-to-explain")).contains("4 rows, a heading included", "parameters");
        assertThat(metadata(list)
                        .path("found")
                        .path("sheets")
                        .path(0)
                        .path("rows")
                        .asInt())
                .isEqualTo(4);
        world.done(OWNER, "ProvideEvidence", asked, population(7, list));
        JsonNode given =
                world.task(STAFF, "ReviewEvidence", asked).path("documents").path(0);
        assertThat(message(given, "population-count-differs")).contains("7", "4 rows");
        assertThat(message(given, "population-not-explained"))
                .contains("query", "parameters", "time of extraction")
                .doesNotContain("day of extraction");
        world.done(STAFF, "ReviewEvidence", asked, EvidenceWorld.back("incomplete", "Count again"));
        Map<String, Object> whole = population(3, list);
        whole.put("populationQuery", "select * from joiners");
        whole.put("populationParameters", "all of the period");
        whole.put("extractedTime", "14:05");
        world.done(OWNER, "ProvideEvidence", asked, whole);
        JsonNode task = world.task(STAFF, "ReviewEvidence", asked);
        assertThat(codes(task.path("documents").path(0))).isEmpty();
        assertThat(task.path("data").path("populationSource").asString()).contains("select * from joiners", "14:05");
    }

    @Test
    void aSampleIsLookedForInItsPopulation() {
        String asked = world.asked("POPULATION", "ORG-01");
        String rows = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "P-" + i + ",Ada " + i)
                .collect(Collectors.joining("\n"));
        JsonNode list = world.given(asked, "joiners.csv", "id,name\n" + rows + "\n");
        world.done(OWNER, "ProvideEvidence", asked, population(20, list));
        world.done(STAFF, "ReviewEvidence", asked, ACCEPT);
        String sample = world.asked("SAMPLE", "ORG-01");
        for (int tries = 0; tries < 100 && !world.state(sample).equals("open"); tries++) {
            Wait.pause(50);
        }
        assertThat(codes(world.given(sample, "right.csv", "id,signed\nP-3,yes\nP-17,yes\n")))
                .isEmpty();
        assertThat(message(
                        world.given(sample, "wrong.csv", "id,signed\nP-3,yes\nP-99,yes\n"), "sample-not-in-population"))
                .contains("1 of the 2 items", "P-99", "R-2");
    }

    @Test
    void hostileFilesAreStoredAndMarkedOrRefused() {
        Map<String, String> ends = new LinkedHashMap<>();
        Map<String, List<String>> marks = new LinkedHashMap<>();
        HostileFiles.all("http://127.0.0.1:9/never").forEach((name, bytes) -> {
            Reply reply = world.call(
                    OWNER,
                    "POST",
                    uploads(request),
                    Map.of(
                            "X-File-Name",
                            java.net.URLEncoder.encode(name, StandardCharsets.UTF_8)
                                    .replace("+", "%20"),
                            "Content-Type",
                            "application/octet-stream"),
                    bytes);
            assertThat(reply.status()).as(name + ": " + reply).isIn(201, 400, 413, 422);
            ends.put(name, "refused");
            if (reply.status() == 201) {
                String id = reply.json().path(0).path("id").asString();
                ends.put(name, awaitRead(reply.json().path(0)));
                marks.put(name, marks(id));
                assertThat(world.get(MANAGER, "/api/documents/" + id + "/content")
                                .bytes())
                        .as(name)
                        .isEqualTo(bytes);
            }
        });
        assertThat(ends.values()).isSubsetOf("read", "unreadable", "refused");
        assertThat(ends).containsEntry("bomb.docx", "unreadable").containsEntry("bomb.png", "read");
        assertThat(marks.get("script.html")).contains("script");
        assertThat(marks.get("xxe.svg")).contains("script", "refers-outside");
        assertThat(marks.get("xxe.xml")).contains("refers-outside");
        assertThat(marks.get("polyglot.pdf")).contains("two-kinds");
        assertThat(marks.get("names.zip")).contains("names-lead-out");
        assertThat(marks.get("links.tar")).contains("links");
        // text by its content, and harmless as such: what was hostile in these is their name
        marks.keySet().removeAll(List.of("../../etc/passwd", "a\r\nSet-Cookie: b=c.txt", "📎 Grüße.txt", "deep.json"));
        marks.keySet().removeIf(name -> name.startsWith("longlong"));
        assertThat(marks)
                .allSatisfy((name, marked) -> assertThat(marked).as(name).isNotEmpty());
        assertThat(awaitRead(world.given(request, "after.txt", "still there"))).isEqualTo("read");
    }

    /** What is said of a document of the request. */
    private List<String> marks(String id) {
        return world.request(MANAGER, request)
                .path("documents")
                .valueStream()
                .filter(document -> document.path("id").asString().equals(id))
                .flatMap(document -> codes(document).stream())
                .toList();
    }
}
