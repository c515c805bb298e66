package io.tickmark.demo;

import io.tickmark.kernel.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the stories are played: through the API, by the people of the clients and the firm. */
final class DemoStage {

    /** Nothing is left open. */
    static final Predicate<JsonNode> NOTHING = task -> false;

    private final DemoCaller api;
    private final JsonMapper json;
    private final Map<DemoClient, ClientId> clients;
    private final Supplier<LocalDate> clock;
    private final Runnable settle;

    /**
     * @param clock the day in the demo
     * @param settle waits until the steps behind what was done have run
     */
    DemoStage(
            DemoCaller api,
            JsonMapper json,
            Map<DemoClient, ClientId> clients,
            Supplier<LocalDate> clock,
            Runnable settle) {
        this.api = api;
        this.json = json;
        this.clients = clients;
        this.clock = clock;
        this.settle = settle;
    }

    /** Proposes an engagement as the firm's manager. */
    DemoPlay propose(DemoClient client, String title, DemoScript script, List<Map<String, Object>> reports) {
        JsonNode created = api.post(
                "manager",
                "/api/engagements",
                Map.of(
                        "client",
                        String.valueOf(clients.get(client)),
                        "title",
                        title,
                        "reports",
                        reports,
                        "team",
                        client.team()));
        return new DemoPlay(api, clock, settle, created.path("id").asString(), client, script);
    }

    /** The engagement that renews this one. */
    DemoPlay renewalOf(DemoPlay earlier, DemoClient client, DemoScript script) {
        return new DemoPlay(api, clock, settle, earlier.next(), client, script);
    }

    DemoScript script(String name) {
        return DemoScript.read(json, name);
    }

    /** The tasks with these phrases. */
    static Predicate<JsonNode> phrase(String... phrases) {
        Set<String> left = Set.of(phrases);
        return task -> left.contains(DemoPlay.phrase(task));
    }
}
