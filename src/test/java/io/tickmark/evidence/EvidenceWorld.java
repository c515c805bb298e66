package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.Wait;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An engagement with two controls, whose people ask for evidence and give it over HTTP. */
final class EvidenceWorld {

    static final String OWNER = "control-owner";
    static final String COMPLIANCE = "client-compliance";
    static final String STAFF = "audit-staff";
    static final String MANAGER = "audit-manager";

    private static final String CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ORG-01,Code of conduct,Everybody signs.,CC1.1,per_event,preventive/manual,POP joiners;SMP signed codes
            ORG-02,Board oversight,The board looks on.,CC1.2,annual,detective/manual,DOC minutes
            """;

    private final int port;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    final AuditWorld audit;

    EvidenceWorld(int port, JsonMapper json, People people, Clients clients) {
        this.port = port;
        this.json = json;
        this.audit = new AuditWorld(port, json, people, clients);
        var imported = audit.importControls(COMPLIANCE, CONTROLS.getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as("%s", imported).isEqualTo(200);
    }

    EngagementId engagement() {
        return EngagementId.of(audit.engagement);
    }

    /** A file of an upload. */
    record Sent(String name, byte[] bytes) {

        static Sent of(String name, String text) {
            return new Sent(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    record Reply(int status, byte[] bytes, HttpResponse<byte[]> whole, JsonMapper mapper) {

        JsonNode json() {
            return mapper.readTree(bytes);
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The application's day: other tests may have moved its clock. */
    LocalDate today() {
        String now = audit.get(MANAGER, "/api/demo/clock").body().path("now").asString();
        return LocalDate.parse(now.substring(0, 10));
    }

    Map<String, Object> asking(String kind, String... controls) {
        Map<String, Object> request = new HashMap<>();
        request.put("title", "Give us the " + kind + " 📎");
        request.put("kind", kind);
        request.put("controls", List.of(controls));
        request.put("owner", audit.name(OWNER));
        request.put("due", today().plusDays(10).toString());
        return request;
    }

    /** A request of this kind as the API answers it. */
    JsonNode raised(Map<String, Object> request) {
        var answer = audit.post(MANAGER, "/api/engagements/" + audit.engagement + "/requests", request);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body();
    }

    String asked(String kind, String... controls) {
        return raised(asking(kind, controls)).path("id").asString();
    }

    JsonNode request(String role, String id) {
        var answer = audit.get(role, "/api/requests/" + id);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    String state(String id) {
        return request(STAFF, id).path("state").asString();
    }

    /** One document that was taken in. */
    JsonNode given(String request, String name, String text) {
        Reply reply = upload(OWNER, "/api/requests/" + request + "/documents", Sent.of(name, text));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.json().path(0);
    }

    Reply upload(String role, String path, Sent... files) {
        return upload(role, path, Map.of(), files);
    }

    Reply upload(String role, String path, Map<String, String> headers, Sent... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Sent file : files) {
            body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + file.name().replace("\"", "%22") + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "multipart/form-data; boundary=edge");
        return call(role, "POST", path, all, body.toByteArray());
    }

    Reply get(String role, String path) {
        return call(role, "GET", path, Map.of(), new byte[0]);
    }

    Reply call(String role, String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", authorization(role))
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), answer.body(), answer, json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    String authorization(String role) {
        byte[] pair = (audit.name(role) + ":tickmark").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The open task about this request, as the person of the role sees it. */
    JsonNode task(String role, String phrase, String request) {
        for (int tries = 0; tries < 200; tries++) {
            JsonNode tasks = audit.get(role, "/api/tasks?limit=200&engagement=" + audit.engagement)
                    .body()
                    .path("items");
            for (JsonNode task : tasks) {
                if (task.path("key").asString().equals("UserTask_" + phrase)
                        && task.path("requestId").asString().equals(request)) {
                    return audit.get(role, "/api/tasks/" + task.path("id").asString())
                            .body();
                }
            }
            Wait.pause(50);
        }
        throw new AssertionError(role + " has no task " + phrase + " for " + request);
    }

    void done(String role, String phrase, String request, Map<String, ?> data) {
        var answer = tried(role, phrase, request, data);
        assertThat(answer.status()).as("%s: %s", phrase, answer).isEqualTo(200);
    }

    AuditWorld.Answer tried(String role, String phrase, String request, Map<String, ?> data) {
        return audit.complete(role, task(role, phrase, request), data);
    }

    /** What a file field takes: the list that uploads answered. */
    static Map<String, Object> files(JsonNode... documents) {
        Map<String, Object> data = new HashMap<>();
        data.put("files", Arrays.asList(documents));
        return data;
    }

    static Map<String, Object> population(int count, JsonNode document) {
        Map<String, Object> data = files(document);
        data.put("populationCount", count);
        data.put("populationSource", "HR system, all joiners");
        data.put("extractedOn", LocalDate.now(ZoneOffset.UTC).toString());
        return data;
    }

    static final Map<String, String> ACCEPT = Map.of("evidenceDecision", "accept");

    static Map<String, String> back(String reason, String note) {
        return Map.of("evidenceDecision", "return", "returnReason", reason, "returnNote", note);
    }

    /** The trail's entries of one kind. */
    List<JsonNode> entries(String event) {
        return audit.get(MANAGER, "/api/engagements/" + audit.engagement + "/trail?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals(event))
                .toList();
    }

    List<String> trail() {
        return audit.get(MANAGER, "/api/engagements/" + audit.engagement + "/trail?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("event").asString())
                .toList();
    }
}
