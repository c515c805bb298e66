package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.Caller;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Evidence on an audit's page: scripts that give it, files that were given by mistake, templates. */
@Tag("browser")
@TickmarkTest
class EvidencePageTest {

    private static final String CONTROL = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ORG-01,Code of conduct,Everybody signs.,CC1.1,annual,preventive/manual,DOC signed codes
            """;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser;
    private Cast cast;
    private String page;

    @BeforeEach
    void anAuditThatAsksForEvidence() {
        String address = "http://127.0.0.1:" + port;
        browser = new Browser(address);
        cast = new Cast(address, people, "Tailspin Toys");
        String audit = cast.as("audit-manager")
                .post("/api/engagements", Map.of("client", cast.client(), "team", cast.team()))
                .ok()
                .path("id")
                .asString();
        page = "/engagements/" + audit;
        cast.as("client-compliance")
                .upload(
                        "/api/clients/" + cast.client() + "/controls/import",
                        "controls.csv",
                        "text/csv",
                        CONTROL.getBytes(StandardCharsets.UTF_8))
                .ok();
        String now = cast.as("audit-staff").get("/api/demo/clock").ok().path("now").asString();
        cast.as("audit-staff")
                .post(
                        "/api/engagements/" + audit + "/requests",
                        Map.of(
                                "title",
                                "Signed codes",
                                "kind",
                                "DOCUMENT",
                                "controls",
                                List.of("ORG-01"),
                                "due",
                                LocalDate.parse(now.substring(0, 10)).plusDays(10)))
                .ok();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aScriptGivesEvidenceAndTwoPeopleTakeItOut() {
        Page theirs = browser.signIn(cast.as("client-compliance").username());
        theirs.navigate(page);
        theirs.getByText("Have a script give evidence").click();
        theirs.getByLabel("Name of the script").fill("Nightly 📎");
        theirs.getByLabel("Controls that it gives evidence for").fill("ORG-01");
        button(theirs, "Make its token").click();
        Locator told = theirs.getByText("Shown only now, so keep it");
        assertThat(told).isVisible();
        Matcher token = Pattern.compile("tmc_[A-Za-z0-9_-]+").matcher(told.innerText());
        assertThat(token.find()).isTrue();
        Caller.Reply given = Caller.bearer(port, token.group())
                .with("X-File-Name", "salaries.txt")
                .send(
                        "POST",
                        "/api/collect?source=HR&extractedAt=2026-01-01T00:00:00Z",
                        BodyPublishers.ofString("Kim"),
                        "text/plain");
        assertThat(given.status()).as(given.body()).isEqualTo(201);

        theirs.reload();
        theirs.getByText("R-1 Signed codes").click();
        assertThat(theirs.getByText("Given by the script “Nightly 📎”, which says: from HR"))
                .isVisible();
        theirs.getByText("“salaries.txt” was given by mistake").click();
        theirs.getByLabel("Why; this stays when the file is gone").fill("The wrong list");
        button(theirs, "Ask to take it out").click();
        assertThat(theirs.getByText("asks to take it out, as given by mistake: The wrong list"))
                .isVisible();

        Page ours = browser.signIn(cast.as("audit-manager").username());
        ours.navigate(page);
        ours.getByText("R-1 Signed codes").click();
        ours.getByText("“salaries.txt” was given by mistake").click();
        button(ours, "Agree: take it out for good").click();
        assertThat(ours.getByText(Pattern.compile("Given by mistake; taken out by .* and .*: The wrong list")))
                .isVisible();
        assertThat(ours.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("salaries.txt")))
                .hasCount(0);

        button(ours, "Revoke").click();
        assertThat(ours.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^Nightly"))))
                .containsText("Revoked");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTemplateIsTriedBeforeItIsAskedFor() {
        Page ours = browser.signIn(cast.as("audit-manager").username());
        ours.navigate(page);
        ours.getByText("Ask from a template").click();
        button(ours, "Try without asking").click();
        assertThat(ours.getByText("Nothing was asked for; this is what would be")).isVisible();
        assertThat(ours.getByText("No control of the scope serves CC1.3")).isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
