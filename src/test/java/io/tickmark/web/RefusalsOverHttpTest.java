package io.tickmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TickmarkTest
class RefusalsOverHttpTest {

    private static final String PASSWORD = "right horse battery staple";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Caller manager = Caller.nobody(0);

    @BeforeEach
    void aManager() {
        people.create(new NewPerson("m" + mark, "Manager", null, Set.of("audit-manager")), PASSWORD);
        manager = Caller.basic(port, "m" + mark, PASSWORD);
    }

    @Test
    void brokenJsonIsToldWithItsLine() {
        Reply reply = manager.post("/api/clients", "{\n  \"name\": \"x\",,\n}");

        isProblem(reply, 400);
        assertThat(reply.json().path("detail").asString()).contains("line 2");
    }

    @Test
    void aFieldOfTheWrongKindIsNamed() {
        Reply reply = manager.post("/api/clients", "{\"name\": {\"first\": 1}}");

        isProblem(reply, 400);
        assertThat(reply.json().path("errors").get(0).path("field").asString()).isEqualTo("name");
        isProblem(manager.post("/api/clients", "[]"), 400);
        isProblem(manager.post("/api/clients", ""), 400);
        isProblem(manager.post("/api/clients", "null"), 400);
        isProblem(manager.post("/api/clients", "{\"name\":\"a\"}{\"name\":\"b\"}"), 400);
    }

    @Test
    void whatADatabaseCannotKeepIsRefused() {
        isProblem(manager.post("/api/clients", "{\"name\":\"a\\u0000b\"}"), 400);
        isProblem(manager.post("/api/clients", "{\"name\":\"a\\ud83d\"}"), 400);
        isProblem(manager.post("/api/clients", "{\"na\\u0000me\":\"a\"}"), 400);
        isProblem(manager.get("/api/clients?cursor=%00"), 400);
        assertThat(manager.post("/api/clients", "{\"name\":\"fox \\ud83e\\udd8a " + mark + "\"}")
                        .json()
                        .path("name")
                        .asString())
                .startsWith("fox 🦊");
    }

    @Test
    void fieldsThatAreNotTheCallersChangeNothing() {
        Reply made = manager.post(
                "/api/clients", "{\"name\":\"Plain " + mark + "\",\"id\":\"4711\",\"firm\":true,\"role\":\"admin\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("id").asString()).isNotEqualTo("4711");
        assertThat(database.sql("select count(*) from organisation where firm = true")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotThereIs404AlsoWhenItsIdIsNone() {
        isProblem(manager.get("/api/clients/not-a-uuid"), 404);
        isProblem(manager.get("/api/clients/" + UUID.randomUUID()), 404);
        isProblem(manager.delete("/api/tokens/17"), 404);
        isProblem(manager.get("/api/nowhere"), 404);
        isProblem(manager.post("/api/nowhere", "{}"), 404);
    }

    @Test
    void methodAndMediaTypesAreChecked() {
        isProblem(manager.delete("/api/clients"), 405);
        assertThat(manager.delete("/api/clients").header("Allow")).contains("GET", "POST");
        isProblem(manager.send("POST", "/api/clients", BodyPublishers.ofString("name=x"), "text/plain"), 415);
        isProblem(
                manager.send("POST", "/api/clients", BodyPublishers.ofString("x"), "multipart/form-data; boundary=b"),
                415);
        isProblem(manager.with("Accept", "text/csv").get("/api/clients"), 406);
    }

    @Test
    void bodiesThatAreTooLargeAreRefusedAndNothingHangs() {
        String big = "{\"name\":\"" + "x".repeat(6 << 20) + "\"}";

        isProblem(manager.post("/api/clients", big), 413);
        byte[] huge = new byte[50 << 20];
        isProblem(manager.send("POST", "/api/clients", BodyPublishers.ofByteArray(huge), "application/json"), 413);
        isProblem(
                manager.send(
                        "POST",
                        "/api/clients",
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(huge)),
                        "application/json"),
                413);
    }

    @Test
    void aBrowserIsShownAPage() {
        Reply reply = manager.with("Accept", "text/html").get("/nowhere");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.body()).contains("There is nothing at this address").doesNotContain("Exception");
    }

    @Test
    void anAddressThatTheContainerRefusesIsAnsweredAlike() {
        isProblem(manager.get("/api/clients/%2e%2e/x"), 400);
        isProblem(manager.get("/api//clients"), 400);
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndOneEffect() {
        Caller keyed = manager.with("Idempotency-Key", "k-" + mark);
        Reply first = keyed.post("/api/clients", "{\"name\":\"Once " + mark + "\"}");
        Reply again = keyed.post("/api/clients", "{\"name\":\"Once " + mark + "\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(clientsNamed("Once " + mark)).isEqualTo(1);
    }

    @Test
    void theSameKeyForSomethingElseIsAConflict() {
        Caller keyed = manager.with("Idempotency-Key", "k-" + mark);
        keyed.post("/api/clients", "{\"name\":\"One " + mark + "\"}");

        isProblem(keyed.post("/api/clients", "{\"name\":\"Two " + mark + "\"}"), 409);
        isProblem(keyed.post("/api/people/x/invitation", "{\"name\":\"One " + mark + "\"}"), 409);
        assertThat(clientsNamed("Two " + mark)).isZero();
    }

    @Test
    void aKeyIsItsOwnersAlone() {
        people.create(new NewPerson("n" + mark, "Other", null, Set.of("audit-manager")), PASSWORD);
        manager.with("Idempotency-Key", "k").post("/api/clients", "{\"name\":\"Mine " + mark + "\"}");

        Reply other = Caller.basic(port, "n" + mark, PASSWORD)
                .with("Idempotency-Key", "k")
                .post("/api/clients", "{\"name\":\"Yours " + mark + "\"}");

        assertThat(other.status()).isEqualTo(201);
    }

    @Test
    void aRefusalUsesNoKeyUp() {
        Caller keyed = manager.with("Idempotency-Key", "k-" + mark);

        isProblem(keyed.post("/api/clients", "{\"name\":\"\"}"), 422);
        assertThat(keyed.post("/api/clients", "{\"name\":\"Now " + mark + "\"}").status())
                .isEqualTo(201);
        isProblem(manager.with("Idempotency-Key", "x".repeat(201)).post("/api/clients", "{\"name\":\"x\"}"), 400);
    }

    @Test
    void theSameKeyEightTimesAtOnceHasOneEffectAndOneAnswer() throws Exception {
        List<Reply> replies = atOnce(8, () -> manager.with("Idempotency-Key", "eight-" + mark)
                .post("/api/clients", "{\"name\":\"Eight " + mark + "\"}"));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies.stream().map(Reply::body).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(clientsNamed("Eight " + mark)).isEqualTo(1);
    }

    @Test
    void theSameNameEightTimesAtOnceIsGivenOnceAndOtherwiseAConflict() throws Exception {
        List<Reply> replies = atOnce(8, () -> manager.post("/api/clients", "{\"name\":\"Race " + mark + "\"}"));

        assertThat(replies.stream().filter(r -> r.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(r -> r.status() == 409)).hasSize(7);
        assertThat(clientsNamed("Race " + mark)).isEqualTo(1);
    }

    @Test
    void theOpenApiDescriptionIsThereForWhoIsSignedIn() {
        Reply reply = manager.get("/v3/api-docs");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("paths").has("/api/clients/{id}/people")).isTrue();
        assertThat(reply.body()).doesNotContain("\"name\":\"actor\"");
    }

    private int clientsNamed(String name) {
        return database.sql("select count(*) from organisation where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private static List<Reply> atOnce(int times, Callable<Reply> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<Reply>> running = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            return running.stream().map(RefusalsOverHttpTest::get).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Reply get(Future<Reply> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void isProblem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("type").asString()).isEqualTo("about:blank");
        assertThat(reply.json().path("title").asString()).isNotEmpty();
        assertThat(reply.body()).doesNotContain("Exception").doesNotContain("io.tickmark");
    }
}
