package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Management writes its description by section, auditors comment, and each sees what the other did. */
@Tag("browser")
@TickmarkTest
class DescriptionPageTest {

    private static final byte[] CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1,per_event,preventive/manual,DOC access procedure
            """.getBytes(StandardCharsets.UTF_8);
    private static final Path PICTURES = Path.of("target/pictures");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser;
    private Cast cast;
    private String page;
    private String api;

    @BeforeEach
    void open() {
        String address = "http://127.0.0.1:" + port;
        browser = new Browser(address);
        cast = new Cast(address, people, "Lucerne Publishing");
        cast.importControls(CONTROLS);
        String audit = cast.as("audit-manager")
                .post("/api/engagements", Map.of("client", cast.client(), "team", cast.team()))
                .ok()
                .path("id")
                .asString();
        page = "/engagements/" + audit + "/description";
        api = "/api" + page;
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Page as(String role) {
        Page open = browser.signIn(cast.as(role).username());
        open.navigate(page);
        assertThat(open.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Services provided")))
                .isVisible();
        return open;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator text(Page page) {
        return page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    @Test
    void aSectionIsWrittenCommentedAndWrittenAnew() {
        Page client = as("client-compliance");
        text(client).fill("Storage of files for banks 📦");
        assertThat(client.locator("#tm-parts")).containsText("Not saved");
        button(client, "Save").click();
        assertThat(client.locator("#tm-part")).containsText("Version 1,");
        assertThat(client.locator("#tm-parts")).not().containsText("Not saved");

        Page auditor = as("audit-senior");
        assertThat(auditor.locator("#tm-part")).containsText("Storage of files for banks 📦");
        assertThat(text(auditor)).hasCount(0);
        auditor.getByText("Write a comment").click();
        auditor.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true)).fill("Which banks?");
        button(auditor, "Write").click();
        assertThat(auditor.locator("#tm-parts")).containsText("1 open comment");

        client.reload();
        assertThat(client.locator("#tm-part")).containsText("Which banks?");
        text(client).fill("Storage of files for savings banks 📦");
        button(client, "Save").click();
        client.getByText("2 versions").click();
        assertThat(client.locator(".tm-redline ins")).containsText("savings");
        picture(client, "description-written");
        client.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        client.setViewportSize(390, 800);
        picture(client, "description-narrow-dark");

        auditor.reload();
        button(auditor, "Resolve").click();
        assertThat(auditor.locator("#tm-parts")).not().containsText("open comment");
        picture(auditor, "description-reviewed");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsShownAndNothingTypedIsLost() {
        Page client = as("client-compliance");
        text(client).fill("Storage of files");
        cast.as("client-sponsor")
                .put(api + "/services", Map.of("version", 0, "text", "Keeping of files"))
                .ok();
        button(client, "Save").click();
        assertThat(client.locator(".tm-redline")).containsText("Keeping of files");
        assertThat(text(client)).hasValue("Storage of files");
        button(client, "Save").click();
        assertThat(client.locator("#tm-part")).containsText("Version 2,");
    }

    @Test
    void anIncidentIsRecordedAndTakenOverIntoTheDescription() {
        Page client = as("client-compliance");
        client.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Register of incidents")).click();
        client.getByText("Record an incident or a change").click();
        client.getByLabel("In a few words").fill("Outage of the ledger");
        client.getByLabel("Began on").fill("2026-01-03");
        client.getByLabel("Discovered on").fill("2026-01-04");
        client.getByLabel("What happened").fill("A disk was full.");
        client.getByLabel("Controls it bears on").fill("NONE-9");
        client.getByLabel("It came from controls that failed").check();
        button(client, "Record").click();
        assertThat(client.locator("[data-field=controls]")).containsText("NONE-9 is no control of the scope");
        client.getByLabel("Controls it bears on").fill("ACC-01");
        button(client, "Record").click();
        assertThat(client.locator("#tm-part li")).containsText("I-1 Outage of the ledger");
        picture(client, "description-register");
        assertThat(client.locator("#tm-missing")).containsText("Outage of the ledger");

        client.navigate(page + "#incidents");
        button(client, "Take over").click();
        button(client, "Save").click();
        assertThat(client.locator("#tm-part")).containsText("Version 1,");
        assertThat(client.locator("#tm-missing")).not().containsText("Outage of the ledger");
        picture(client, "description-incidents");
    }
}
