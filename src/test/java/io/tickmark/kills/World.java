package io.tickmark.kills;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A firm with one client, made through the public face alone: the first administrator by link, all others invited. */
final class World {

    static final JsonMapper JSON = JsonMapper.shared();

    static final String PASSWORD = "correct horse 🐎 battery";
    private static final List<String> FIRM = List.of(
            "audit-partner", "audit-manager", "audit-senior", "audit-staff", "quality-reviewer", "project-manager");
    private static final List<String> CLIENT = List.of("client-sponsor", "client-compliance", "control-owner");

    private final ForkedTickmark application;
    private final String client;
    /** As a program signs in: a password costs each start of the application its slow hash, for each person. */
    private final Map<String, String> tokens = new HashMap<>();

    private volatile Caller caller;

    /** The application runs and nobody can sign in yet. */
    World(ForkedTickmark application) {
        this.application = application;
        this.caller = Caller.nobody(application.port());
        accept("admin", application.administratorsCode());
        client = ok(post("admin", "/api/clients", Map.of("name", "Northwind 🌬")))
                .path("id")
                .asString();
        FIRM.forEach(role -> invite("/api/people", role));
        CLIENT.forEach(role -> invite("/api/clients/" + client + "/people", role));
    }

    private void accept(String username, String code) {
        ok(caller.post("/api/invitations/" + code + "/accept", JSON.writeValueAsString(Map.of("password", PASSWORD))));
        Reply made = Caller.basic(application.port(), username, PASSWORD)
                .post("/api/tokens", JSON.writeValueAsString(Map.of("name", "kills")));
        tokens.put(username, ok(made).path("token").asString());
    }

    private void invite(String path, String role) {
        JsonNode invited =
                ok(post("admin", path, Map.of("username", role, "name", "Person " + role, "roles", List.of(role))));
        String link = invited.path("link").asString();
        accept(role, link.substring(link.lastIndexOf('/') + 1));
    }

    /** The application runs again, somewhere else. */
    void moved() {
        moved(application);
    }

    void moved(ForkedTickmark other) {
        caller = Caller.nobody(other.port());
    }

    void importControls(String csv) {
        ok(as("admin")
                .with("X-File-Name", "controls.csv")
                .send("POST", "/api/clients/" + client + "/controls/import", BodyPublishers.ofString(csv), "text/csv"));
    }

    /** Moves the demo's clock, past what falls due on the way. */
    void later(String span) {
        ok(post("admin", "/api/demo/clock", Map.of("advance", span)));
    }

    String client() {
        return client;
    }

    /** Everybody who holds a role; usernames and roles are the same here. */
    List<String> people() {
        List<String> all = new ArrayList<>(FIRM);
        all.addAll(CLIENT);
        return all;
    }

    Map<String, String> team() {
        Map<String, String> team = new LinkedHashMap<>();
        people().forEach(person -> team.put(person, person));
        return team;
    }

    Reply get(String person, String path) {
        return as(person).get(path);
    }

    Reply post(String person, String path, Object body) {
        return as(person).post(path, JSON.writeValueAsString(body));
    }

    Reply put(String person, String path, Object body) {
        return as(person).put(path, JSON.writeValueAsString(body));
    }

    Reply send(Deed deed) {
        Caller keyed = as(deed.person()).with("Idempotency-Key", deed.key());
        boolean upload = deed.kind() == Deed.Kind.UPLOAD;
        return (upload ? keyed.with("X-File-Name", deed.about()) : keyed)
                .send(
                        "POST",
                        deed.path(),
                        BodyPublishers.ofByteArray(deed.body()),
                        upload ? "application/octet-stream" : "application/json");
    }

    private Caller as(String person) {
        return caller.with("Authorization", "Bearer " + tokens.get(person));
    }

    static JsonNode ok(Reply reply) {
        if (reply.status() >= 300) {
            throw new AssertionError("Answered " + reply.status() + ": " + reply.body());
        }
        return reply.json();
    }
}
