package io.tickmark.scoping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.sheets.SheetFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class ControlImportTest {

    private static final String HEADING = "id,title,description,criteria,frequency,nature,evidence_requests\n";
    private static final String ONE = "A-1,Keys 🔑,d,CC6.1,daily,preventive/manual,DOC policy\n";
    private static final String TWO = "A-2,Locks,d,CC6.4,annual,detective/automated,\n";

    private final AuditWorld world;
    private final AuditWorld other;

    ControlImportTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        world = new AuditWorld(port, json, people, clients);
        other = new AuditWorld(port, json, people, clients);
    }

    @BeforeEach
    void theLibraryIsEmpty() {
        assertThat(controls()).isEmpty();
    }

    @Test
    @Tag("database")
    void controlsAreCreatedUpdatedAndLeftAlone() {
        assertThat(counts(take("client-compliance", HEADING + ONE + TWO))).containsExactly(2, 0, 0, 0);
        var again = take(
                "audit-senior", HEADING + ONE + TWO.replace("Locks", "Doors").replace("A-2", "a-2"));
        assertThat(counts(again)).containsExactly(0, 1, 1, 0);
        assertThat(controls()).extracting(c -> c.path("title").asString()).containsExactly("Keys 🔑", "Doors");
        assertThat(controls().get(1).path("reference").asString()).isEqualTo("A-2");
        assertThat(controls().get(0).path("evidence").get(0).path("kind").asString())
                .isEqualTo("DOCUMENT");
    }

    @Test
    void aDryRunTellsAndChangesNothing() {
        String bad = "A-2,Locks,d,CC8.2,annual,detective/automated,\n";
        var answer = world.send("client-sponsor", path() + "?dryRun=true", "text/csv", bytes(HEADING + ONE + bad));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(counts(answer)).containsExactly(1, 0, 0, 1);
        JsonNode refused = answer.body().path("lines").get(1);
        assertThat(refused.path("line").asInt()).isEqualTo(3);
        assertThat(refused.path("outcome").asString()).isEqualTo("refused");
        assertThat(refused.path("message").asString()).contains("CC8.2");
        assertThat(controls()).isEmpty();
    }

    @Test
    void oneBadLineKeepsAllOutAndEveryBadLineIsNamed() {
        String bad = "A-2,Locks,d,CC8.2,annual,detective/automated,\n" + "A-1,Again,d,CC6.1,hourly,detective/manual,\n";
        var answer = take("client-compliance", HEADING + ONE + bad);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorFields()).containsExactly("line 3: criteria", "line 4: id", "line 4: frequency");
        assertThat(controls()).isEmpty();
    }

    @Test
    void theListMayComeAsAFileOfAForm() {
        String body = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + HEADING + ONE + "\r\n--xyz--\r\n";
        var answer = world.send("client-compliance", path(), "multipart/form-data; boundary=xyz", bytes(body));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(controls()).hasSize(1);
    }

    @Test
    void aWorkbookIsTakenAsTheTextIs() {
        List<@Nullable Object> keys =
                List.of("A-1", "Keys 🔑", "d", "CC6.1;CC6.2", "daily", "preventive/manual", "DOC policy");
        byte[] workbook =
                SheetFormat.XLSX.write("Controls", List.of(HEADING.strip().split(",")), List.of(keys));
        var answer = world.send("client-compliance", path(), SheetFormat.XLSX.contentType(), workbook);
        assertThat(counts(answer)).as("%s", answer).containsExactly(1, 0, 0, 0);
        assertThat(counts(take("audit-senior", HEADING + ONE.replace("CC6.1", "CC6.1;CC6.2"))))
                .containsExactly(0, 0, 1, 0);
    }

    @Test
    void aDamagedWorkbookAndOtherTypesAreRefused() {
        byte[] damaged = {'P', 'K', 3, 4, 0, 0};
        var answer = world.send("client-compliance", path(), "application/octet-stream", damaged);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorFields()).containsExactly("file");
        assertThat(world.send("client-compliance", path(), "application/json", bytes("{}"))
                        .status())
                .isEqualTo(415);
        assertThat(controls()).isEmpty();
    }

    @Test
    void onlyThoseWithTheRoleImport() {
        assertThat(take("control-owner", HEADING + ONE).status()).isEqualTo(403);
        assertThat(take("audit-staff", HEADING + ONE).status()).isEqualTo(403);
        assertThat(controls()).isEmpty();
    }

    @Test
    void toAnotherClientsPeopleTheLibraryDoesNotExist() {
        assertThat(other.send("client-compliance", path(), "text/csv", bytes(HEADING + ONE))
                        .status())
                .isEqualTo(404);
        assertThat(other.get("client-sponsor", "/api/clients/" + world.client + "/controls")
                        .status())
                .isEqualTo(404);
        assertThat(world.get("audit-manager", "/api/clients/00000000-0000-0000-0000-000000000009/controls")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("database")
    void theListIsPaged() {
        world.importSampleControls();
        JsonNode first = world.get("control-owner", "/api/clients/" + world.client + "/controls?limit=80")
                .body();
        assertThat(first.path("items")).hasSize(80);
        JsonNode rest = world.get(
                        "control-owner",
                        "/api/clients/" + world.client + "/controls?limit=80&cursor="
                                + first.path("next").asString())
                .body();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void theCatalogueIsThereForEverybody() {
        JsonNode items = world.get("control-owner", "/api/criteria").body().path("items");
        assertThat(items).hasSize(61);
        assertThat(items.get(0).path("category").asString()).isEqualTo("SECURITY");
    }

    private String path() {
        return "/api/clients/" + world.client + "/controls/import";
    }

    private AuditWorld.Answer take(String role, String csv) {
        return world.importControls(role, bytes(csv));
    }

    private List<JsonNode> controls() {
        return world.get("audit-manager", "/api/clients/" + world.client + "/controls")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<Integer> counts(AuditWorld.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return List.of("created", "updated", "unchanged", "refused").stream()
                .map(name -> answer.body().path(name).asInt())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
