package io.tickmark.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Statements;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a process owner finds on coming in. */
@TickmarkTest
class ModelsAtHomeTest {

    private static final String FORM = "decide-renewal.form";

    private final ModelOwners owners;

    ModelsAtHomeTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Bundles bundles,
            @Autowired ShippedModels shipped) {
        this.owners = new ModelOwners(port, people, bundles, shipped);
    }

    @AfterEach
    void putBack() {
        owners.putBack();
    }

    private static JsonNode waiting(Caller caller, String release) {
        return caller.get("/api/home")
                .json()
                .path("models")
                .path("waiting")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(release))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReleaseWaitsForTheOwnerWhoDidNotSubmitIt() {
        String release = owners.submitted(
                owners.owner, FORM, owners.changed(FORM, "\"5.34.0\"", "\"" + UUID.randomUUID() + "\""));
        assertThat(waiting(owners.owner, release).path("own").asBoolean()).isTrue();
        assertThat(waiting(owners.second, release).path("own").asBoolean()).isFalse();
        assertThat(waiting(owners.second, release).path("note").asString()).isEqualTo("A test's change");
        assertThat(owners.staff.get("/api/home").json().has("models")).isFalse();
        List<String> statements = Statements.during(() -> waiting(owners.second, release));
        assertThat(statements).as(String.join("\n", statements)).hasSizeBetween(1, 10);

        assertThat(owners.decide(owners.owner, release, "withdraw").status()).isEqualTo(200);
        assertThat(owners.second
                        .get("/api/home")
                        .json()
                        .path("models")
                        .path("waiting")
                        .toString())
                .doesNotContain(release);
    }
}
