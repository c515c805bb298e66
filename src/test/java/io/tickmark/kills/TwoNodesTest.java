package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.MariaDb;
import io.tickmark.Wait;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two nodes of the application on one database and one folder of documents. */
@Tag("mariadb")
class TwoNodesTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration TAKE_OVER = Duration.ofSeconds(60);
    private static final int AT_ONCE = 12;
    private static final int FIRST_STARTS = 2;
    private static final String MARKS = "table_name = 'first_start_under_way'";

    @TempDir
    Path folder;

    private String database = "";

    @Test
    void twoNodesDeployOnceDoJobsOnceKeepSessionsAndTakeOverFromEachOther() throws Exception {
        database = MariaDb.shared().create("nodes");
        try (var one = node("one");
                var other = node("other")) {
            one.launch();
            other.launch();
            one.ready();
            other.ready();
            assertThat(number("select count(*) from ACT_RE_DEPLOYMENT")).isOne();
            World world = worldOn(one, other);

            Caller browser = signedIn(one, "audit-manager");
            assertThat(browser.at(other.port()).get("/api/me").status()).isEqualTo(200);

            whatIsDeclinedAtOnceIsDeclinedOnce(world, one, other);
            aDeadNodesJobIsDoneByTheOther(world, one, other);
            assertThat(browser.at(other.port()).get("/api/me").status())
                    .as("a session outlives its node")
                    .isEqualTo(200);
        }
    }

    /** Kills both while they make the database, and starts both at once: one makes it anew, the other waits. */
    @RepeatedTest(FIRST_STARTS)
    void firstStartsThatAreCutOffLeaveNothingBehind(RepetitionInfo round) throws Exception {
        database = MariaDb.shared().create("cut_off");
        try (var one = node("one");
                var other = node("other")) {
            one.launch();
            other.launch();
            await(() -> tables("1 = 1") > 0, Duration.ofMinutes(1));
            Wait.pause(300L * round.getCurrentRepetition());
            one.kill();
            other.kill();
            assertThat(tables(MARKS)).as("cut off before the last table").isOne();
            one.launch();
            other.launch();
            one.ready();
            other.ready();
            assertThat(tables(MARKS)).isZero();
            assertThat(tables("table_collation <> 'utf8mb4_bin'")).isZero();
            assertThat(number("select count(*) from flyway_schema_history where not success"))
                    .isZero();
        }
    }

    private int tables(String which) {
        return number("select count(*) from information_schema.tables where table_schema = database() and " + which);
    }

    private ForkedTickmark node(String name) throws IOException {
        Map<String, String> settings = new HashMap<>(OutageTest.settings(database));
        settings.put("tickmark.documents.folder", folder.resolve("documents").toString());
        return new ForkedTickmark(Files.createDirectories(folder.resolve(name)), settings);
    }

    /** Each start makes a new link, so of two nodes that start at once the later one's counts. */
    private static World worldOn(ForkedTickmark one, ForkedTickmark other) {
        try {
            return new World(one);
        } catch (AssertionError overtaken) {
            return new World(other);
        }
    }

    private void whatIsDeclinedAtOnceIsDeclinedOnce(World world, ForkedTickmark one, ForkedTickmark other)
            throws Exception {
        List<String> audits = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            audits.add(proposed(world));
        }
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            world.moved(i % 2 == 0 ? one : other);
            Runnable decline = declining(world, audits.get(i), replies);
            people.execute(decline);
            Wait.pause(30);
        }
        people.shutdown();
        await(people::isTerminated, Duration.ofMinutes(2));
        assertThat(replies).hasSize(AT_ONCE).allMatch(reply -> reply.status() == 200);
        for (String audit : audits) {
            await(() -> phase(world, audit).equals("declined"), Duration.ofMinutes(1));
            assertThat(events(world, audit)).containsOnlyOnce("engagement-declined");
        }
        assertThat(number("select count(*) from ACT_RU_JOB where RETRIES_ = 0")).isZero();
    }

    /** The step that records the decline needs the engagement's row; whoever reads it holds the step up, not the person. */
    private void aDeadNodesJobIsDoneByTheOther(World world, ForkedTickmark dying, ForkedTickmark other)
            throws Exception {
        world.moved(dying);
        String audit = proposed(world);
        List<Reply> replies = new ArrayList<>();
        Runnable decline = declining(world, audit, replies);
        other.pause(true);
        Thread sponsor = new Thread(() -> {
            try {
                decline.run();
            } catch (RuntimeException gone) {
                // his node dies before it answers
            }
        });
        try (Connection reader = DriverManager.getConnection(database, "tickmark", "tickmark");
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select id from engagement where id = '" + audit + "' lock in share mode");
            sponsor.start();
            await(
                    () -> number("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null") > 0,
                    Duration.ofMinutes(1));
            dying.kill();
            reader.rollback();
        } finally {
            other.pause(false);
        }
        sponsor.join();
        world.moved(other);
        long since = System.nanoTime();
        await(() -> phase(world, audit).equals("declined"), TAKE_OVER);
        System.out.println("A dead node's job was taken over after "
                + Duration.ofNanos(System.nanoTime() - since).toSeconds() + " s");
        assertThat(events(world, audit)).containsOnlyOnce("engagement-declined");
    }

    private static String proposed(World world) {
        Map<String, Object> engagement = Map.of("client", world.client(), "team", world.team());
        return World.ok(world.post("audit-manager", "/api/engagements", engagement))
                .path("id")
                .asString();
    }

    /** Everything but the sponsor's last call, which is the answer; the caller's node is the one of this moment. */
    private static Runnable declining(World world, String audit, List<Reply> replies) {
        completed(world, audit, "audit-manager", Map.of("understanding", "SaaS", "approach", "Type II"));
        JsonNode task = task(world, audit, "client-sponsor");
        return () -> {
            Reply reply = complete(
                    world, "client-sponsor", task, Map.of("proposalDecision", "decline", "proposalReason", "Too dear"));
            synchronized (replies) {
                replies.add(reply);
            }
        };
    }

    private static void completed(World world, String audit, String person, Map<String, ?> data) {
        World.ok(complete(world, person, task(world, audit, person), data));
    }

    private static JsonNode task(World world, String audit, String person) {
        String id = World.ok(world.get(person, "/api/tasks?engagement=" + audit))
                .path("items")
                .path(0)
                .path("id")
                .asString();
        return World.ok(world.get(person, "/api/tasks/" + id));
    }

    private static Reply complete(World world, String person, JsonNode task, Map<String, ?> data) {
        return world.post(
                person,
                "/api/tasks/" + task.path("id").asString() + "/complete",
                Map.of("version", task.path("version").asInt(), "data", data));
    }

    private static String phase(World world, String audit) {
        return World.ok(world.get("audit-manager", "/api/engagements/" + audit))
                .path("phase")
                .asString();
    }

    private static List<String> events(World world, String audit) {
        return World.ok(world.get("audit-manager", "/api/engagements/" + audit + "/trail?limit=200"))
                .path("items")
                .valueStream()
                .map(entry -> entry.path("event").asString())
                .toList();
    }

    private static Caller signedIn(ForkedTickmark node, String person) {
        Caller browser = Caller.browser(node.port());
        Matcher token = CSRF.matcher(browser.get("/login").body());
        assertThat(token.find()).as("the page's token").isTrue();
        String form = "username=" + person + "&password="
                + URLEncoder.encode(World.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        Reply reply = browser.form("/login", form);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
        return browser;
    }

    private int number(String query) {
        return MariaDb.number(database, query);
    }

    private static void await(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("came true within %s", atMost).isLessThan(end);
            Wait.pause(100);
        }
    }
}
