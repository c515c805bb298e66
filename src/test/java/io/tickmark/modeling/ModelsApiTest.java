package io.tickmark.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@TickmarkTest
class ModelsApiTest {

    private final int port;
    private final Caller reader;

    ModelsApiTest(@LocalServerPort int port, @Autowired People people) {
        this.port = port;
        String username = "reader-" + UUID.randomUUID().toString().substring(0, 8);
        people.create(new NewPerson(username, "Reader", null, Set.of("audit-staff")), "tickmark");
        this.reader = Caller.basic(port, username, "tickmark");
    }

    @Test
    void whoeverIsSignedInListsWhatIsDeployedPageByPage() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader.get("/api/models?limit=20&cursor=" + cursor).json();
            page.path("items")
                    .forEach(model -> seen.add(model.path("kind").asString() + " "
                            + model.path("key").asString() + " "
                            + model.path("version").asInt()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen)
                .doesNotHaveDuplicates()
                .contains("process engagement 1", "decision sample-size 1", "form decide-change 1");
        assertThat(Caller.nobody(port).get("/api/models").status()).isEqualTo(401);
        assertThat(reader.get("/api/models?cursor=bm9uZQ").status()).isEqualTo(400);
    }

    @Test
    void aModelTellsItsNewestVersionAndWhatRunsOnIt() {
        JsonNode model = reader.get("/api/models/engagement").json();
        assertThat(model.path("kind").asString()).isEqualTo("process");
        assertThat(model.path("versions").get(0).path("version").asInt())
                .isEqualTo(model.path("version").asInt());
        assertThat(model.path("instances").isInt()).isTrue();
        assertThat(reader.get("/api/models/nothing").status()).isEqualTo(404);
    }

    @Test
    void theFileItselfIsADownload() {
        var process = reader.get("/api/models/engagement/versions/1/content");
        assertThat(process.header("Content-Type")).startsWith("application/xml");
        assertThat(process.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("engagement.bpmn");
        assertThat(process.body()).contains("<bpmn:process id=\"engagement\"");
        var form = reader.get("/api/models/decide-change/versions/1/content");
        assertThat(form.header("Content-Type")).startsWith("application/json");
        assertThat(form.json().path("id").asString()).isEqualTo("decide-change");
        assertThat(reader.get("/api/models/opinion/versions/1/content").body()).contains("decision id=\"opinion\"");
        assertThat(reader.get("/api/models/engagement/versions/99").status()).isEqualTo(404);
    }
}
