package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.identity.Clients;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import io.tickmark.kernel.ClientId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One engagement of one client of its own, driven over HTTP by the people of its team. */
public final class AuditWorld {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final List<String> FIRM = List.of(
            "audit-partner", "audit-manager", "audit-senior", "audit-staff", "quality-reviewer", "project-manager");
    private static final List<String> CLIENT = List.of("client-sponsor", "client-compliance", "control-owner");

    /** What a call answered; {@code body} is an object without fields where there is none. */
    public record Answer(int status, JsonNode body) {

        public List<String> errorFields() {
            List<String> fields = new ArrayList<>();
            body.path("errors").forEach(error -> fields.add(error.path("field").asString()));
            return fields;
        }
    }

    private final int port;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String suffix;

    /** What the partner says of the firm's licence; as it is proposed, unless a test says otherwise. */
    public Map<String, ?> licence = Map.of();

    public final ClientId client;
    public final String engagement;

    public AuditWorld(int port, JsonMapper json, People people, Clients clients) {
        this(port, json, people, clients, Set.of());
    }

    /** @param absent roles that nobody holds in the team */
    public AuditWorld(int port, JsonMapper json, People people, Clients clients, Set<String> absent) {
        this.port = port;
        this.json = json;
        this.suffix = "-w" + NUMBERS.incrementAndGet();
        this.client = clients.create("Northwind 🌬" + suffix);
        FIRM.forEach(role -> people.create(new NewPerson(name(role), role, null, Set.of(role)), "tickmark"));
        CLIENT.forEach(role -> people.create(new NewPerson(name(role), role, client, Set.of(role)), "tickmark"));
        people.create(new NewPerson(name("admin"), "admin", null, Set.of("admin")), "tickmark");
        Map<String, String> team = new LinkedHashMap<>();
        FIRM.forEach(role -> team.put(role, name(role)));
        CLIENT.forEach(role -> team.put(role, name(role)));
        team.keySet().removeAll(absent);
        Answer created = post("audit-manager", "/api/engagements", Map.of("client", client.toString(), "team", team));
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        this.engagement = created.body().path("id").asString();
    }

    private AuditWorld(AuditWorld same, String engagement) {
        this.port = same.port;
        this.json = same.json;
        this.suffix = same.suffix;
        this.client = same.client;
        this.engagement = engagement;
    }

    /** Next year's engagement of the same people, opened by the decisions to go on. */
    public AuditWorld renewed() {
        done("client-sponsor", "DecideRenewal", Map.of("renewalDecision", "continue", "renewalReason", "Readers ask"));
        done(
                "audit-partner",
                "ConfirmContinuance",
                Map.of("continuanceDecision", "continue", "continuanceReason", "Nothing against it"));
        done("audit-manager", "PlanNextPeriod", Map.of());
        List<String> next = new ArrayList<>();
        boolean opened = Wait.soon(() -> {
            JsonNode link = get("audit-manager", "/api/engagements/" + engagement)
                    .body()
                    .path("next");
            if (link.isString()) {
                next.add(link.asString());
            }
            return !next.isEmpty();
        });
        assertThat(opened).as("next year's engagement is opened").isTrue();
        return new AuditWorld(this, next.get(0));
    }

    /** The username of this world's person of a role. */
    public String name(String role) {
        return role + suffix;
    }

    public Answer get(String role, String path) {
        return call(role, "GET", path, "application/json", BodyPublishers.noBody());
    }

    public Answer post(String role, String path, Object body) {
        return call(role, "POST", path, "application/json", BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    public Answer put(String role, String path, Object body) {
        return call(role, "PUT", path, "application/json", BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    public Answer send(String role, String path, String contentType, byte[] body) {
        return call(role, "POST", path, contentType, BodyPublishers.ofByteArray(body));
    }

    /** Uploads a text file for a task; answers what its file field takes. */
    public JsonNode upload(String role, JsonNode task, String name, String text) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n--cut--\r\n";
        Answer answer = send(
                role,
                "/api/tasks/" + task.path("id").asString() + "/documents",
                "multipart/form-data; boundary=cut",
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as("%s", answer).isBetween(200, 201);
        return answer.body();
    }

    public Answer importControls(String role, byte[] csv) {
        return send(role, "/api/clients/" + client + "/controls/import", "text/csv", csv);
    }

    /** Moves the application's clock and the engine's; for all tests that come after, too. */
    public void later(String span) {
        Answer moved = post("admin", "/api/demo/clock", Map.of("advance", span));
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
    }

    public void importSampleControls() {
        try {
            Answer done = importControls(
                    "client-compliance", new ClassPathResource("sample-controls.csv").getContentAsByteArray());
            assertThat(done.status()).as("%s", done).isEqualTo(200);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The open task with this phrase, ours or one that Modeler named, as the person of the role sees it; waits for steps that come before it. */
    public JsonNode task(String role, String phrase) {
        return task(role, phrase, "");
    }

    /** As {@link #task(String, String)}, for the one that is about this subject. */
    public JsonNode task(String role, String phrase, String subject) {
        List<JsonNode> found = new ArrayList<>();
        boolean there = Wait.soon(() -> {
            get(role, "/api/tasks?limit=200&engagement=" + engagement)
                    .body()
                    .path("items")
                    .valueStream()
                    .filter(task -> task.path("key").asString().matches("(UserTask|Activity)_" + phrase))
                    .filter(task ->
                            subject.isEmpty() || task.path("subject").asString().equals(subject))
                    .forEach(found::add);
            return !found.isEmpty();
        });
        assertThat(there).as("%s has a task %s %s", role, phrase, subject).isTrue();
        return get(role, "/api/tasks/" + found.get(0).path("id").asString()).body();
    }

    /** Replaces the holders of some roles; the others stay. */
    public void appoint(Map<String, ?> changes) {
        Map<String, Object> team = new LinkedHashMap<>();
        get("audit-manager", "/api/engagements/" + engagement)
                .body()
                .path("team")
                .properties()
                .forEach(role -> team.put(role.getKey(), role.getValue()));
        team.putAll(changes);
        Answer answer = put("audit-partner", "/api/engagements/" + engagement + "/team", Map.of("team", team));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    /** Whether the milestone is reached within a while. */
    public boolean reached(String milestone) {
        return Wait.soon(() -> reachedNow(milestone));
    }

    public boolean reachedNow(String milestone) {
        return get("audit-manager", "/api/engagements/" + engagement + "/milestones")
                .body()
                .path("items")
                .valueStream()
                .anyMatch(m -> m.toString().contains("\"" + milestone + "\"")
                        && m.path("actual").isString());
    }

    /** Completes a task as the person of the role; what is left out stays as it is prefilled. */
    public Answer complete(String role, String phrase, Map<String, ?> data) {
        return complete(role, task(role, phrase), data);
    }

    public Answer complete(String role, JsonNode task, Map<String, ?> data) {
        return post(
                role,
                "/api/tasks/" + task.path("id").asString() + "/complete",
                Map.of("version", task.path("version").asInt(), "data", data));
    }

    /** As {@link #complete(String, String, Map)}, and it must be taken. */
    public void done(String role, String phrase, Map<String, ?> data) {
        Answer answer = complete(role, phrase, data);
        assertThat(answer.status()).as("%s: %s", phrase, answer).isEqualTo(200);
    }

    /** From the proposal to the tasks that wait for the accepted engagement's letter. */
    public void accepted(List<String> categories) {
        accepted(Map.of("categories", categories));
    }

    /** @param reports what is confirmed in place of the proposal, such as {@code periodEnd} */
    public void accepted(Map<String, ?> reports) {
        reportsConfirmed(reports);
        FIRM.stream()
                .filter(role -> !role.equals("project-manager"))
                .forEach(role ->
                        done(role, "ConfirmIndependence", Map.of("independence", "independent", "signature", true)));
        done("audit-partner", "AcceptEngagement", acceptance("accept", "no"));
    }

    public void reportsConfirmed(List<String> categories) {
        reportsConfirmed(Map.of("categories", categories));
    }

    private void reportsConfirmed(Map<String, ?> reports) {
        done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));
        done("client-sponsor", "DecideProposal", Map.of("proposalDecision", "accept"));
        done(
                "client-compliance",
                "DescribeNeed",
                Map.of(
                        "services",
                        "Storage 📦",
                        "readers",
                        "customers",
                        "financialReporting",
                        "no",
                        "timeFrame",
                        "period"));
        done("audit-manager", "ConfirmReports", reports);
        done("audit-partner", "ConfirmLicence", licence);
    }

    public static Map<String, Object> acceptance(String decision, String qualityReview) {
        return Map.of(
                "competence",
                true,
                "integrity",
                true,
                "qualityReviewNeeded",
                qualityReview,
                "acceptanceDecision",
                decision,
                "acceptanceReason",
                "We know them");
    }

    /** From the accepted engagement to the task that defines the scope. */
    public void kickedOff() {
        done("audit-manager", "DraftEngagementLetter", Map.of());
        done("audit-partner", "SignLetterForFirm", Map.of("signature", true));
        done("client-sponsor", "SignLetterForClient", Map.of("signature", true));
        done("audit-manager", "HoldKickoff", Map.of("minutes", "All agreed"));
        Map<String, String> system = new LinkedHashMap<>();
        List.of("commitments", "infrastructure", "software", "people", "procedures", "data")
                .forEach(field -> system.put(field, "Our " + field));
        done("client-compliance", "DescribeSystem", system);
        done(
                "control-owner",
                "RecordInventory",
                Map.of("items", List.of(Map.of("kind", "software", "name", "Ledger 📒"))));
    }

    /** From the scope defined by {@code data} to the task that approves it. */
    public void scopeDefined(Map<String, ?> data) {
        done("client-compliance", "DefineScope", data);
        done("client-sponsor", "GiveAssertion", Map.of("signature", true));
        done("project-manager", "PlanMilestones", Map.of());
    }

    /** A whole scoping with all sample controls, up to the first task of readiness. */
    public void frozen(List<String> categories) {
        importSampleControls();
        accepted(categories);
        kickedOff();
        scopeDefined(Map.of("boundaries", "The storage service"));
        done("audit-manager", "ApproveScope", Map.of("scopeDecision", "approve"));
        task("client-compliance", "ChooseReadiness");
    }

    private Answer call(String role, String method, String path, String contentType, BodyPublisher body) {
        String who = Base64.getEncoder().encodeToString((name(role) + ":tickmark").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + who)
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            String text = answer.body().isEmpty() ? "{}" : answer.body();
            return new Answer(answer.statusCode(), json.readTree(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
