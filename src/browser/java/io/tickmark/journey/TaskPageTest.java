package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One task on its page, as somebody meets it who types, tabs and comes back later. */
@Tag("browser")
@TickmarkTest
class TaskPageTest {

    private static final String APPROACH = "What the team will do";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser;
    private Cast cast;
    private String audit;
    private Api worker;
    private JsonNode task;

    @BeforeEach
    void open() {
        String address = "http://127.0.0.1:" + port;
        browser = new Browser(address);
        cast = new Cast(address, people, "Blue Yonder");
        audit = cast.as("audit-manager")
                .post("/api/engagements", Map.of("client", cast.client(), "team", cast.team()))
                .ok()
                .path("id")
                .asString();
        for (Api person : cast.all()) {
            for (JsonNode open : Stranger.list(person, "/api/tasks?limit=200&engagement=" + audit)) {
                if (open.path("key").asString().equals("UserTask_PrepareProposal")) {
                    worker = person;
                    task = open;
                }
            }
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whoOnlyOverseesATaskReadsItsForm() {
        Page partner = browser.signIn(cast.as("audit-partner").username());
        assertThat(worker.username()).isNotEqualTo(cast.as("audit-partner").username());
        show(partner);
        assertThat(partner.locator("#tm-detail")).containsText("so it is read-only for you");
        assertThat(button(partner, "Complete task")).hasCount(0);
        assertThat(button(partner, "Claim")).hasCount(0);
    }

    @Test
    void aCalendarThatIsLeftWithTabDoesNotStayOpen() {
        Page page = show(browser.signIn(worker.username()));
        Locator date = field(page, "neededBy");
        date.click();
        assertThat(page.locator(".flatpickr-calendar.open")).isVisible();
        date.press("Tab");
        assertThat(page.locator(".flatpickr-calendar.open")).hasCount(0);
    }

    @Test
    void aRequiredFieldThatIsEmptySaysSoAndIsEnteredNext() {
        Page page = show(browser.signIn(worker.username()));
        field(page, "understanding").fill("They ask for evidence of change management.");
        field(page, "approach").fill("");
        button(page, "Complete task").click();
        assertThat(page.locator(".tm-foot")).containsText("One field needs your attention.");
        assertThat(page.locator(".fjs-has-errors")).containsText("Field is required.");
        assertThat(field(page, "approach")).isFocused();
    }

    @Test
    void whatWasTypedIsThereAgainAndCompletesByKeyboard() {
        Page page = show(browser.signIn(worker.username()));
        field(page, "understanding").fill("They ask for evidence of change management.");
        field(page, "approach").fill(APPROACH);
        assertThat(page.locator(".tm-foot")).containsText("Draft saved");

        show(page);
        assertThat(field(page, "approach")).hasValue(APPROACH);
        button(page, "Claim").click();
        assertThat(button(page, "Give back")).isVisible();
        assertThat(field(page, "approach")).hasValue(APPROACH);

        field(page, "approach").press("Control+Enter");
        assertThat(page.locator("#tm-toasts")).containsText("Completed: Prepare proposal");
        assertThat(browser.complaints()).isEmpty();
    }

    private Page show(Page page) {
        page.navigate("/tasks/" + task.path("id").asString() + "?engagement=" + audit);
        assertThat(page.locator(".tm-formbox .fjs-form")).isVisible();
        return page;
    }

    private static Locator field(Page page, String key) {
        String id = "-Field_" + key;
        return page.locator(".tm-formbox :is(input, textarea):is([id$='" + id + "'], [id*='" + id + "-'])");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
