package io.tickmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;
import org.springframework.mock.web.MockServletContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.json.JsonMapper;

class RequestTransactionTest {

    private static final AnnotationConfigWebApplicationContext CONTEXT = new AnnotationConfigWebApplicationContext();
    private static DispatcherServlet servlet = new DispatcherServlet();
    private static JdbcClient database;
    private static Notes notes;
    private static FailingCommits commits;

    @BeforeAll
    static void start() throws Exception {
        CONTEXT.setServletContext(new MockServletContext());
        CONTEXT.register(Small.class);
        CONTEXT.refresh();
        servlet = new DispatcherServlet(CONTEXT);
        servlet.init(new MockServletConfig(CONTEXT.getServletContext()));
        database = CONTEXT.getBean(JdbcClient.class);
        notes = CONTEXT.getBean(Notes.class);
        commits = CONTEXT.getBean(FailingCommits.class);
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    @BeforeEach
    void nothingYet() {
        database.sql("delete from note").update();
        database.sql("delete from idempotent_answer").update();
        notes.runs.set(0);
        notes.failures.set(0);
        commits.failures.set(0);
    }

    @Test
    void aChangeIsCommittedBeforeItIsAnswered() throws Exception {
        MockHttpServletResponse answer = call(post("/api/notes", "{\"text\":\"a\"}"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("\"run\":1").contains("\"transaction\":true");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aRefusalAfterAWriteLeavesNothing() throws Exception {
        MockHttpServletResponse answer = call(post("/api/notes/refused", "{\"text\":\"a\"}"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(count()).isZero();
    }

    @Test
    void aDefectAfterAWriteLeavesNothingAndTellsOnlyAReference() throws Exception {
        MockHttpServletResponse answer = call(post("/api/notes/defect", "{\"text\":\"a\"}"));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString()).contains("reference").doesNotContain("secret of the house");
        assertThat(count()).isZero();
    }

    @Test
    void whoeverLosesARaceIsRunAgainAndWritesOnce() throws Exception {
        notes.failures.set(5);

        MockHttpServletResponse answer = call(post("/api/notes/racing", "{\"text\":\"a\"}"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("\"run\":6");
        assertThat(answer.getHeader("X-Run")).isEqualTo("6");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whoeverLosesSixTimesIsToldOfTheConflict() throws Exception {
        notes.failures.set(100);

        MockHttpServletResponse answer = call(post("/api/notes/racing", "{\"text\":\"a\"}"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(notes.runs).hasValue(6);
        assertThat(count()).isZero();
    }

    @Test
    void aDeadlockAtTheCommitIsRunAgainToo() throws Exception {
        commits.failures.set(2);

        MockHttpServletResponse answer = call(post("/api/notes", "{\"text\":\"a\"}"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(notes.runs).hasValue(3);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aDeadlockThatStaysIsUnavailable() throws Exception {
        commits.failures.set(100);

        MockHttpServletResponse answer = call(post("/api/notes", "{\"text\":\"a\"}"));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(count()).isZero();
    }

    @Test
    void theAnswerAfterTheCommitIsTheOneToldAndKept() throws Exception {
        MockHttpServletResponse first = call(keyed("/api/notes/later", "k", "{\"text\":\"a\"}"));
        MockHttpServletResponse again = call(keyed("/api/notes/later", "k", "{\"text\":\"a\"}"));

        assertThat(first.getContentAsString()).isEqualTo("{\"notes\":1,\"transaction\":false}");
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(notes.runs).hasValue(1);
    }

    @Test
    void anAnswerThatFailsAfterTheCommitFallsBackToTheControllers() throws Exception {
        MockHttpServletResponse answer = call(post("/api/notes/later-fails", "{\"text\":\"a\"}"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("\"run\":1");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aKeyOutlivesALostRaceWithOneEffect() throws Exception {
        notes.failures.set(1);

        call(keyed("/api/notes/racing", "k", "{\"text\":\"a\"}"));
        MockHttpServletResponse again = call(keyed("/api/notes/racing", "k", "{\"text\":\"a\"}"));

        assertThat(again.getContentAsString()).contains("\"run\":2");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatIsKeptForAKeyShowsNeitherKeyNorAnswer() throws Exception {
        call(keyed("/api/notes", "my-key", "{\"text\":\"very private\"}"));

        Map<String, Object> row =
                database.sql("select * from idempotent_answer").query().singleRow();
        byte[] sealed = database.sql("select sealed from idempotent_answer")
                .query((r, n) -> r.getBytes(1))
                .single();

        assertThat(row.values().toString()).doesNotContain("my-key");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("run")
                .doesNotContain("json");
    }

    @Test
    void keysAreForgottenAfterSevenDays() throws Exception {
        call(keyed("/api/notes", "k", "{\"text\":\"a\"}"));
        database.sql("update idempotent_answer set created = '2000-01-01 00:00:00'")
                .update();
        call(keyed("/api/notes", "young", "{\"text\":\"a\"}"));

        CONTEXT.getBean(IdempotentAnswers.class).purge();

        assertThat(database.sql("select count(*) from idempotent_answer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void readingAndUploadingStayOutside() throws Exception {
        assertThat(call(get()).getContentAsString()).contains("\"transaction\":false");
        assertThat(call(post("/api/notes/documents", "{\"text\":\"a\"}")).getContentAsString())
                .contains("\"transaction\":false");
    }

    private static MockHttpServletRequest post(String path, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static MockHttpServletRequest get() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/notes");
        request.setServletPath("/api/notes");
        return request;
    }

    private static MockHttpServletRequest keyed(String path, String key, String body) {
        MockHttpServletRequest request = post(path, body);
        request.addHeader("Idempotency-Key", key);
        request.setUserPrincipal(() -> "sam");
        return request;
    }

    /** Ends in the servlet however often it is called, as the container's chain does. */
    private static MockHttpServletResponse call(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        CONTEXT.getBean(RequestTransaction.class).doFilter(request, response, servlet::service);
        return response;
    }

    private static int count() {
        return database.sql("select count(*) from note").query(Integer.class).single();
    }

    record Note(String text) {}

    record Seen(int run, boolean transaction) {}

    record Later(int notes, boolean transaction) {}

    /** Fails as many commits as it is told to, as a database does that finds a deadlock then. */
    static final class FailingCommits extends DataSourceTransactionManager {

        private static final long serialVersionUID = 1L;

        private final transient AtomicInteger failures = new AtomicInteger();

        FailingCommits(DataSource database) {
            super(database);
            setRollbackOnCommitFailure(true);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (!status.isReadOnly() && failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new CannotAcquireLockException("deadlock");
            }
            super.doCommit(status);
        }
    }

    @RestController
    static class Notes {

        private final AtomicInteger runs = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private final JdbcClient database;

        Notes(JdbcClient database) {
            this.database = database;
        }

        private Seen write(Note note) {
            database.sql("insert into note (text) values (?)")
                    .param(note.text())
                    .update();
            return new Seen(runs.incrementAndGet(), TransactionSynchronizationManager.isActualTransactionActive());
        }

        @PostMapping({"/api/notes", "/api/notes/documents"})
        Seen add(@RequestBody Note note) {
            return write(note);
        }

        @GetMapping("/api/notes")
        Seen read() {
            return new Seen(0, TransactionSynchronizationManager.isActualTransactionActive());
        }

        @PostMapping("/api/notes/refused")
        Seen refused(@RequestBody Note note) {
            write(note);
            throw new Refused("text", "No.");
        }

        @PostMapping("/api/notes/defect")
        Seen defect(@RequestBody Note note) {
            write(note);
            throw new IllegalStateException("secret of the house");
        }

        @PostMapping("/api/notes/racing")
        Seen racing(@RequestBody Note note, jakarta.servlet.http.HttpServletResponse response) {
            Seen seen = write(note);
            response.addHeader("X-Run", Integer.toString(seen.run()));
            if (failures.getAndDecrement() > 0) {
                throw new OptimisticLockingFailureException("lost");
            }
            return seen;
        }

        @PostMapping("/api/notes/later")
        Seen later(@RequestBody Note note) {
            AfterCommit.answer(() -> new Later(count(), TransactionSynchronizationManager.isActualTransactionActive()));
            return write(note);
        }

        @PostMapping("/api/notes/later-fails")
        Seen laterFails(@RequestBody Note note) {
            AfterCommit.answer(() -> {
                throw new IllegalStateException("too late");
            });
            return write(note);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableTransactionManagement
    @Import({
        RequestTransaction.class,
        OneAttempt.class,
        IdempotentAnswers.class,
        TextCheck.class,
        ErrorAnswer.class,
        ErrorAnswers.class,
        Notes.class
    })
    static class Small {

        @Bean
        DataSource dataSource() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .addScript("classpath:io/tickmark/web/note.sql")
                    .addScript("classpath:db/migration/V03__web.sql")
                    .build();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new FailingCommits(database);
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }
    }
}
