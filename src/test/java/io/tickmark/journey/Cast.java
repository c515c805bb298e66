package io.tickmark.journey;

import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The people of one journey: made by an administrator, invited by link, each with a password of his own. */
final class Cast {

    static final String PASSWORD = "correct horse 🐎 battery";

    private final String address;
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Api> byRole = new LinkedHashMap<>();
    private final String client;
    private final Api admin;

    /** Everything but the first administrator is done over HTTP. */
    Cast(String address, People people, String clientName) {
        this(address, people, clientName, admin -> List.of());
    }

    /** @param adds what the administrator does before anybody is invited; answers further roles of the client */
    Cast(String address, People people, String clientName, Function<Api, List<String>> adds) {
        this.address = address;
        people.create(new NewPerson("admin-" + suffix, "Ada Brunner", null, Set.of("admin")), PASSWORD);
        admin = new Api(address, "admin-" + suffix, PASSWORD);
        client = admin.post("/api/clients", Map.of("name", clientName + " " + suffix))
                .ok()
                .path("id")
                .asString();
        List.of("audit-partner", "audit-manager", "audit-senior", "audit-staff", "quality-reviewer", "project-manager")
                .forEach(role -> invite("/api/people", role));
        Stream.concat(Stream.of("client-sponsor", "client-compliance", "control-owner"), adds.apply(admin).stream())
                .forEach(role -> invite("/api/clients/" + client + "/people", role));
    }

    private void invite(String path, String role) {
        String username = role + "-" + suffix;
        JsonNode invited = admin.post(
                        path, Map.of("username", username, "name", "Person " + role, "roles", List.of(role)))
                .ok();
        String link = invited.path("link").asString();
        Api.accept(address, link.substring(link.lastIndexOf('/') + 1), PASSWORD);
        byRole.put(role, new Api(address, username, PASSWORD));
    }

    String client() {
        return client;
    }

    Api admin() {
        return admin;
    }

    Api as(String role) {
        Api api = byRole.get(role);
        if (api == null) {
            throw new IllegalArgumentException("Nobody is " + role);
        }
        return api;
    }

    List<Api> all() {
        return List.copyOf(byRole.values());
    }

    Map<String, Object> team() {
        Map<String, Object> team = new LinkedHashMap<>();
        byRole.forEach((role, api) -> team.put(role, api.username()));
        return team;
    }

    void importControls(byte[] csv) {
        admin.upload("/api/clients/" + client + "/controls/import", "controls.csv", "text/csv", csv)
                .ok();
    }

    /** The day in the application. */
    LocalDate today() {
        return LocalDate.parse(
                admin.get("/api/demo/clock").ok().path("now").asString().substring(0, 10));
    }

    /** A SOC 2 Type II examination of security over 90 days that begin in 20; answers its id. */
    String startAudit(LocalDate today) {
        return as("audit-manager")
                .post(
                        "/api/engagements",
                        Map.of(
                                "client", client,
                                "reports",
                                        List.of(Map.of(
                                                "reportType", "SOC2",
                                                "attestationType", "TYPE_II",
                                                "categories", List.of("SECURITY"),
                                                "periodStart", today.plusDays(20),
                                                "periodEnd", today.plusDays(110))),
                                "team", team()))
                .ok()
                .path("id")
                .asString();
    }

    void later(String span) {
        admin.post("/api/demo/clock", Map.of("advance", span)).ok();
    }
}
