package io.tickmark.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.FormGuess;
import io.tickmark.Wait;
import io.tickmark.identity.Clients;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import io.tickmark.kernel.ClientId;
import io.tickmark.trail.TrailVerifier;
import io.tickmark.trail.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One firm and one client with two people for every role, and as many engagements as there are races. */
final class RaceWorld {

    static final String MANAGER = "audit-manager";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FIRM = List.of(
            "audit-partner", "audit-manager", "audit-senior", "audit-staff", "quality-reviewer", "project-manager");
    private static final List<String> CLIENT = List.of("client-sponsor", "client-compliance", "control-owner");

    /** Where to look for a task; every auditor where it is not said. */
    private static final Map<String, List<String>> ROLES = Map.of(
            "UserTask_PrepareProposal", List.of(MANAGER),
            "UserTask_DecideProposal", List.of("client-sponsor"),
            "UserTask_AcceptEngagement", List.of("audit-partner"));

    private final String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
    private final Caller caller;
    private final ClientId client;

    RaceWorld(int port, People people, Clients clients) {
        caller = Caller.nobody(port);
        client = clients.create("Contoso 🏁" + suffix);
        for (int i = 1; i <= 2; i++) {
            for (String role : FIRM) {
                people.create(new NewPerson(name(role, i), role, null, Set.of(role)), "tickmark");
            }
            for (String role : CLIENT) {
                people.create(new NewPerson(name(role, i), role, client, Set.of(role)), "tickmark");
            }
        }
    }

    /** One of the two who hold a role. */
    String name(String role, int which) {
        return role + which + suffix;
    }

    private List<String> everybody() {
        List<String> all = new ArrayList<>();
        FIRM.forEach(role -> all.add(name(role, 1)));
        CLIENT.forEach(role -> all.add(name(role, 1)));
        return all;
    }

    Reply propose(String key, String title) {
        Map<String, Object> team = new LinkedHashMap<>();
        FIRM.forEach(role -> team.put(role, List.of(name(role, 1), name(role, 2))));
        CLIENT.forEach(role -> team.put(role, List.of(name(role, 1), name(role, 2))));
        LocalDate today = today();
        Map<String, Object> report = Map.of(
                "reportType", "SOC2",
                "attestationType", "TYPE_II",
                "categories", List.of("SECURITY"),
                "periodStart", today.plusDays(20),
                "periodEnd", today.plusDays(110));
        return post(
                name(MANAGER, 1),
                "/api/engagements",
                key,
                Map.of("client", client.toString(), "title", title, "reports", List.of(report), "team", team));
    }

    /** A new engagement, its work done until tasks with this key wait; they are left. */
    String engagementAt(String key) {
        Reply proposed = propose(
                UUID.randomUUID().toString(), "Race " + UUID.randomUUID().toString());
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String id = proposed.json().path("id").asString();
        while (tasks(id, key).isEmpty()) {
            everybody().forEach(person -> mine(person, id).forEach(task -> {
                if (!task.path("key").asString().equals(key)) {
                    Reply done = complete(person, open(person, task), null);
                    assertThat(done.status()).as("%s of %s", task, done.body()).isEqualTo(200);
                }
            }));
        }
        return id;
    }

    /** The open tasks with this key; each with a {@code person} who may do it. */
    List<JsonNode> tasks(String engagement, String key) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (String role : ROLES.getOrDefault(key, FIRM)) {
            for (String person : List.of(name(role, 1), name(role, 2))) {
                mine(person, engagement).stream()
                        .filter(task -> task.path("key").asString().equals(key))
                        .forEach(task -> found.putIfAbsent(
                                task.path("id").asString(), ((ObjectNode) task).put("person", person)));
            }
        }
        return List.copyOf(found.values());
    }

    private List<JsonNode> mine(String person, String engagement) {
        List<JsonNode> tasks = new ArrayList<>();
        JsonNode page = as(person)
                .get("/api/tasks?limit=200&engagement=" + engagement)
                .json()
                .path("items");
        page.forEach(task -> {
            String assignee = task.path("assignee").asString("");
            if (assignee.isEmpty() || assignee.equals(person)) {
                tasks.add(task);
            }
        });
        return tasks;
    }

    JsonNode open(String person, JsonNode task) {
        Reply reply = as(person).get("/api/tasks/" + task.path("id").asString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    Reply complete(String person, JsonNode task, @Nullable String key) {
        JsonNode data = FormGuess.answers(task, () -> files(person, task), RaceWorld::today);
        return post(
                person,
                path(task, "complete"),
                key,
                Map.of("version", task.path("version").asInt(), "data", data));
    }

    private JsonNode files(String person, JsonNode task) {
        ArrayNode value = JsonNodeFactory.instance.arrayNode();
        upload(person, task, "found.txt", "text", null).json().forEach(value::add);
        return value;
    }

    Reply post(String person, String path, @Nullable String key, Object body) {
        Caller who = as(person);
        return (key == null ? who : who.with("Idempotency-Key", key)).post(path, JSON.writeValueAsString(body));
    }

    Reply upload(String person, JsonNode task, String name, String text, @Nullable String key) {
        Caller who = as(person).with("X-File-Name", name);
        return (key == null ? who : who.with("Idempotency-Key", key))
                .send("POST", path(task, "documents"), BodyPublishers.ofString(text), "text/plain");
    }

    static String path(JsonNode task, String act) {
        return "/api/tasks/" + task.path("id").asString() + "/" + act;
    }

    /** The facts of every entry of this event in the engagement's trail, which is sound. */
    List<JsonNode> trail(String engagement, String event) {
        String export = as(name(MANAGER, 1))
                .get("/api/engagements/" + engagement + "/trail?format=export")
                .body();
        try {
            assertThat(TrailVerifier.verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), null))
                    .isInstanceOf(Verification.Sound.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return export.lines()
                .skip(1)
                .map(JSON::readTree)
                .filter(entry -> entry.path("event").asString().equals(event))
                .map(entry -> entry.path("facts"))
                .toList();
    }

    /** Waits until tasks with this key are open, and answers them. */
    List<JsonNode> awaited(String engagement, String key) {
        Wait.soon(() -> !tasks(engagement, key).isEmpty());
        return tasks(engagement, key);
    }

    private Caller as(String person) {
        byte[] pair = (person + ":tickmark").getBytes(StandardCharsets.UTF_8);
        return caller.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The clock of the shared context is moved by other tests, to the future only. */
    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
