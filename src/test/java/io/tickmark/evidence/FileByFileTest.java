package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.back;
import static io.tickmark.evidence.EvidenceWorld.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import io.tickmark.evidence.EvidenceWorld.Sent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A reviewer accepts some files of a request and not others. */
class FileByFileTest extends OverHttp {

    private String request;
    private JsonNode joiners;
    private JsonNode leavers;

    @BeforeEach
    void twoFilesAreHandedIn() {
        request = world.asked("DOCUMENT", "ORG-01");
        joiners = given("joiners.txt");
        leavers = given("leavers.txt");
        world.done(OWNER, "ProvideEvidence", request, files(joiners, leavers));
    }

    @Test
    void whatIsGoodStaysWhenTheRestGoesBack() {
        Map<String, Object> answer = new HashMap<>(back("wrong-period", "Leavers of this year"));
        answer.put("filesNotAccepted", List.of(id(leavers)));
        world.done(STAFF, "ReviewEvidence", request, answer);
        assertThat(states()).isEqualTo(Map.of("joiners.txt", "accepted", "leavers.txt", "returned"));

        JsonNode task = world.task(OWNER, "ProvideEvidence", request);
        assertThat(task.path("data").path("request").path("lastReason").asString())
                .isEqualTo(
                        "It is for another period: Leavers of this year (leavers.txt; the other files are accepted)");
        assertThat(task.path("data").path("files")).isEmpty();

        JsonNode better = given("leavers of this year.txt");
        world.done(OWNER, "ProvideEvidence", request, files(better, joiners));
        assertThat(states()).as("accepted once for all").containsEntry("joiners.txt", "accepted");
        assertThat(world.task(STAFF, "ReviewEvidence", request)
                        .path("data")
                        .path("files")
                        .valueStream()
                        .map(file -> file.path("name").asString()))
                .containsExactly("joiners.txt", "leavers of this year.txt");
        world.done(STAFF, "ReviewEvidence", request, EvidenceWorld.ACCEPT);
        assertThat(Wait.soon(() -> world.state(request).equals("accepted"))).isTrue();
        assertThat(states())
                .isEqualTo(Map.of(
                        "joiners.txt", "accepted", "leavers.txt", "returned", "leavers of this year.txt", "accepted"));
        assertThat(documentsOf("evidence-accepted")).containsExactlyInAnyOrder(id(joiners), id(better));
    }

    @Test
    void aRequestIsAcceptedWithoutAFileThatNobodyNeeds() {
        Map<String, Object> answer = new HashMap<>(EvidenceWorld.ACCEPT);
        answer.put("filesNotAccepted", List.of(id(joiners), id(leavers)));
        assertThat(world.tried(STAFF, "ReviewEvidence", request, answer).toString())
                .contains("filesNotAccepted")
                .contains("one file at least");
        answer.put("filesNotAccepted", List.of("2fd4e1c6-7a2d-4bfc-9e11-000000000000"));
        assertThat(world.tried(STAFF, "ReviewEvidence", request, answer).toString())
                .as("a file of somewhere else")
                .contains("filesNotAccepted");

        answer.put("filesNotAccepted", List.of(id(leavers)));
        world.done(STAFF, "ReviewEvidence", request, answer);
        assertThat(Wait.soon(() -> world.state(request).equals("accepted"))).isTrue();
        assertThat(states()).isEqualTo(Map.of("joiners.txt", "accepted", "leavers.txt", "returned"));
        assertThat(documentsOf("files-not-accepted")).containsExactly(id(leavers));
        assertThat(documentsOf("evidence-accepted")).containsExactly(id(joiners));
    }

    private JsonNode given(String name) {
        return taken(world.upload(OWNER, uploads(request), Sent.of(name, name))).path(0);
    }

    private Map<String, String> states() {
        return world.request(STAFF, request)
                .path("documents")
                .valueStream()
                .collect(Collectors.toMap(
                        it -> it.path("name").asString(), it -> it.path("state").asString()));
    }

    private List<String> documentsOf(String event) {
        return world.entries(event)
                .get(0)
                .path("facts")
                .path("documents")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String id(JsonNode document) {
        return document.path("id").asString();
    }
}
