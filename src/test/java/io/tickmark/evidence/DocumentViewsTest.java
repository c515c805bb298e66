package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Statements;
import io.tickmark.evidence.EvidenceWorld.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is handed a document is written down, and read by those whose business it is. */
class DocumentViewsTest extends OverHttp {

    private String request;
    private String document;

    @BeforeEach
    void aDocument() {
        request = world.asked("DOCUMENT", "ORG-01");
        document = world.given(request, "a.txt", "some text").path("id").asString();
    }

    private String content() {
        return "/api/documents/" + document + "/content";
    }

    private List<String> looked(String role, String id) {
        Reply reply = world.get(role, "/api/documents/" + id + "/views");
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json()
                .path("items")
                .valueStream()
                .map(view -> view.path("person").asString().replaceFirst("-w\\d+$", "") + " "
                        + view.path("way").asString() + " "
                        + view.path("version").asInt())
                .toList();
    }

    @Test
    @Tag("database")
    void everyWayToItsBytesIsWrittenDown() {
        assertThat(world.get(STAFF, content()).status()).isEqualTo(200);
        assertThat(world.call(MANAGER, "GET", content(), Map.of("Range", "bytes=5-8"), new byte[0])
                        .status())
                .isEqualTo(206);
        assertThat(world.get(OWNER, "/api/requests/" + request + "/binder").status())
                .isEqualTo(200);
        assertThat(world.call(STAFF, "HEAD", content(), Map.of(), new byte[0]).status())
                .isEqualTo(200);
        assertThat(world.get(STAFF, "/api/documents/" + document).status()).isEqualTo(200);
        assertThat(looked(STAFF, document))
                .containsExactly(OWNER + " binder 1", MANAGER + " part 1", STAFF + " download 1");
    }

    @Test
    void itIsToldWhichVersionWasLookedAt() {
        world.get(STAFF, content());
        String second = world.given(request, "a.txt", "other text").path("id").asString();
        world.get(MANAGER, "/api/documents/" + second + "/content");
        assertThat(looked(STAFF, document)).containsExactly(MANAGER + " download 2", STAFF + " download 1");
        assertThat(looked(STAFF, second)).hasSize(2);
    }

    @Test
    void whatAuditorsLookAtIsNotTheClientsToKnow() {
        world.get(STAFF, content());
        world.get(OWNER, content());
        world.get(COMPLIANCE, content());
        assertThat(looked(MANAGER, document)).hasSize(3);
        assertThat(looked(COMPLIANCE, document)).containsExactly(COMPLIANCE + " download 1", OWNER + " download 1");
        assertThat(looked("client-sponsor", document)).hasSize(2);
        assertThat(looked(OWNER, document)).containsExactly(OWNER + " download 1");
    }

    @Test
    void anotherClientReadsNothingOfItAndWhoIsRefusedHasNotLooked() {
        EvidenceWorld other = anotherWorld();
        assertThat(other.get(COMPLIANCE, "/api/documents/" + document + "/views")
                        .status())
                .isEqualTo(404);
        assertThat(other.get(COMPLIANCE, content()).status()).isEqualTo(404);
        assertThat(other.get(STAFF, content()).status()).isEqualTo(404);
        assertThat(looked(MANAGER, document)).isEmpty();
    }

    @Test
    @Tag("database")
    void itIsReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            world.get(STAFF, content());
        }
        String path = "/api/documents/" + document + "/views?limit=2";
        JsonNode first = world.get(STAFF, path).json();
        assertThat(first.path("items")).hasSize(2);
        JsonNode rest = world.get(STAFF, path + "&cursor=" + first.path("next").asString())
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(world.get(STAFF, path + "&cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void aDownloadCostsOneStatementMore() {
        assertThat(Statements.during(() -> world.get(STAFF, content())).stream()
                        .filter(sql -> sql.contains("document_view")))
                .hasSize(1);
    }
}
