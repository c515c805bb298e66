package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An audit carried by clicking, from the sign-in page to the report in the client's hands. */
@Tag("browser")
@TickmarkTest
class ClickThroughTest {

    private static final byte[] CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1;CC6.2,per_event,preventive/manual,POP access granted in the period;SMP approved request for each sampled grant
            OPS-01,Monitoring watched,Somebody watches alerts on the wall display.,CC7.2,continuous,detective/automated,CFG alert rules
            """.getBytes(StandardCharsets.UTF_8);

    private static final String NOTE = "The export ends before the period begins.";
    private static final Set<String> EVIDENCE =
            Set.of("UserTask_ProvideEvidence", "UserTask_ReviewInternally", "UserTask_ReviewEvidence");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser;
    private Cast cast;
    private String audit;
    private final Map<String, Page> desks = new HashMap<>();

    @BeforeEach
    void open() {
        String address = "http://127.0.0.1:" + port;
        browser = new Browser(address);
        cast = new Cast(address, people, "Blue Yonder");
        cast.importControls(CONTROLS);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anAuditIsCarriedByClicking() throws IOException {
        audit = startAudit(desk("audit-manager"));
        clickThroughScoping();

        var stranger = new Stranger(cast.all());
        Work asked = skipTo(stranger, EVIDENCE);
        String request = asked.task().path("requestId").asString();
        handIn(request);
        returnWithReason(request);
        handInAgain(request);
        accept(request);

        sign(skipTo(stranger, Set.of("UserTask_SignReport")));
        stranger.work(audit);
        assertThat(downloadedReport(desk("client-sponsor"))).contains("Blue Yonder");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoOnlyOverseesATaskReadsItsForm() {
        audit = startAudit(desk("audit-manager"));
        Work work = anyTask(task -> !task.path("role").asString().equals("audit-partner"))
                .orElseThrow();
        Page partner = desk("audit-partner");
        partner.navigate("/tasks/" + work.task().path("id").asString());
        assertThat(partner.locator(".tm-formbox .fjs-form")).isVisible();
        assertThat(partner.locator("#tm-detail")).containsText("so it is read-only for you");
        assertThat(partner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete task")))
                .hasCount(0);
        assertThat(partner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim")))
                .hasCount(0);
    }

    private String startAudit(Page page) {
        LocalDate today = LocalDate.parse(
                cast.admin().get("/api/demo/clock").ok().path("now").asString().substring(0, 10));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audits"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New audit"))
                .click();
        Locator form = page.locator("#tm-form form");
        form.getByLabel("Client", new Locator.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setValue(cast.client()));
        form.getByLabel("Period from").fill(today.plusDays(20).toString());
        form.getByLabel("Period to").fill(today.plusDays(110).toString());
        cast.team()
                .forEach((role, person) ->
                        form.locator("[name='team." + role + "']").fill(person.toString()));
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start the audit"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/engagements/[0-9a-f-]{36}$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Blue Yonder");
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private void clickThroughScoping() {
        int clicked = 0;
        while (Set.of("proposal", "scoping").contains(phase())) {
            Work next = anyTask(task -> true).orElseThrow(() -> new AssertionError("Nobody has a task in " + phase()));
            desk(next).answer().complete();
            clicked++;
        }
        assertThat(clicked).isGreaterThan(5);
    }

    /** Lets the stranger do over the API what leads to the first of these tasks, moving the clock when nothing is left. */
    private Work skipTo(Stranger stranger, Set<String> keys) {
        for (int month = 0; month < 9; month++) {
            stranger.work(audit, task -> keys.contains(task.path("key").asString()));
            Optional<Work> found =
                    anyTask(task -> keys.contains(task.path("key").asString()));
            if (found.isPresent()) {
                return found.get();
            }
            cast.later("P30D");
        }
        throw new AssertionError("No task of " + keys + " came, the audit is in " + phase());
    }

    private void handIn(String request) {
        Work work = taskOf(request, "UserTask_ProvideEvidence");
        TaskPage page = desk(work).answer();
        assertThat(page.form().getByRole(AriaRole.LINK, named("evidence.csv"))).isVisible();
        page.complete();
        releaseIfAsked(request);
    }

    private void returnWithReason(String request) {
        TaskPage page = desk(taskOf(request, "UserTask_ReviewEvidence"));
        assertThat(page.form().getByRole(AriaRole.LINK, named("evidence.csv"))).isVisible();
        page.form().getByLabel("Return it and ask again").check();
        page.form().getByLabel("What should the client do?").fill(NOTE);
        page.answer().complete();
    }

    private void handInAgain(String request) {
        TaskPage page = desk(taskOf(request, "UserTask_ProvideEvidence"));
        assertThat(page.form().getByLabel("Returned because")).hasValue("It is for another period: " + NOTE);
        page.answer().complete();
        releaseIfAsked(request);
    }

    private void accept(String request) {
        TaskPage page = desk(taskOf(request, "UserTask_ReviewEvidence"));
        page.form().getByLabel("Accept the evidence").check();
        page.answer().complete();
        assertThat(cast.as("audit-manager")
                        .get("/api/requests/" + request)
                        .ok()
                        .path("state")
                        .asString())
                .isEqualTo("accepted");
    }

    private void releaseIfAsked(String request) {
        anyTask(task -> isFor(task, request, "UserTask_ReviewInternally"))
                .ifPresent(work -> desk(work).answer().complete());
    }

    private void sign(Work work) {
        TaskPage page = desk(work);
        page.form().getByLabel("Everything is in place: sign").check();
        page.form().getByLabel("I sign this report").check();
        page.complete();
    }

    private String downloadedReport(Page page) throws IOException {
        page.navigate("/engagements/" + audit);
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("PDF"));
        Download download = page.waitForDownload(link.first()::click);
        assertThat(download.suggestedFilename()).endsWith(".pdf");
        try (InputStream pdf = download.createReadStream();
                var document = Loader.loadPDF(pdf.readAllBytes())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private record Work(String role, JsonNode task) {}

    private Work taskOf(String request, String key) {
        return anyTask(task -> isFor(task, request, key))
                .orElseThrow(() -> new AssertionError("Nobody has " + key + " of request " + request));
    }

    private static boolean isFor(JsonNode task, String request, String key) {
        return task.path("requestId").asString("").equals(request)
                && task.path("key").asString().equals(key);
    }

    private Optional<Work> anyTask(java.util.function.Predicate<JsonNode> wanted) {
        for (String role : List.copyOf(cast.team().keySet())) {
            for (JsonNode task : Stranger.list(cast.as(role), "/api/tasks?limit=200&engagement=" + audit)) {
                if (wanted.test(task)) {
                    return Optional.of(new Work(role, task));
                }
            }
        }
        return Optional.empty();
    }

    private TaskPage desk(Work work) {
        return new TaskPage(desk(work.role())).open(audit, work.task().path("id").asString());
    }

    private Page desk(String role) {
        return desks.computeIfAbsent(
                role, wanted -> browser.signIn(cast.as(wanted).username()));
    }

    private String phase() {
        return cast.as("audit-partner")
                .get("/api/engagements/" + audit)
                .ok()
                .path("phase")
                .asString();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
