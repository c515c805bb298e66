package io.tickmark.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.STAFF;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.journey.Browser;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An auditor who looks for evidence, and who writes beside it what is for whom. */
@Tag("browser")
class SearchPageTest extends OverHttp {

    private Browser browser;
    private String word;
    private String request;

    @BeforeEach
    void aDocument() {
        browser = new Browser("http://127.0.0.1:" + port);
        word = "w" + UUID.randomUUID().toString().replace("-", "");
        request = world.asked("DOCUMENT", "ORG-01");
        world.given(request, "leavers-" + word + ".txt", "Before <b>it</b> " + word + " & after, 📎 and so on.");
        world.given(request, "others.txt", "Something " + word + " else");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void evidenceIsFoundFromEveryPageWithItsWordsMarked() {
        Page page = browser.signIn(world.audit.name(STAFF), "tickmark");
        page.navigate("/engagements");
        Locator field = page.getByRole(
                AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search evidence").setExact(true));
        field.fill(word);
        field.press("Enter");
        assertThat(page.locator("#tm-found .tm-files > li")).hasCount(2);
        assertThat(page.locator("#tm-found mark").first()).hasText(word);
        assertThat(page.locator("#tm-found")).containsText("Before <b>it</b>");
        assertThat(page.locator("#tm-found b")).hasCount(0);
        assertThat(page.locator("#tm-words")).hasValue(word);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/search.png")));
        page.locator("#tm-words").fill("leavers " + word);
        page.locator("#tm-words").press("Enter");
        assertThat(page.locator("#tm-found .tm-files > li")).hasCount(1);
        page.goBack();
        assertThat(page.locator("#tm-found .tm-files > li")).hasCount(2);
    }

    @Test
    void aNoteSaysForWhomItIs() {
        world.audit.post(COMPLIANCE, "/api/requests/" + request + "/notes", Map.of("kind", "internal", "text", "Ours"));
        Page page = browser.signIn(world.audit.name(STAFF), "tickmark");
        page.navigate("/engagements/" + world.audit.engagement);
        page.locator("summary", new Page.LocatorOptions().setHasText("R-1 ")).click();
        Locator notes = page.locator("section[aria-label='Notes of R-1']");
        notes.locator("summary").click();
        notes.getByLabel("Note", new Locator.GetByLabelOptions().setExact(true)).fill("Looks thin");
        notes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Write").setExact(true))
                .click();
        assertThat(notes.locator(".tm-internal")).containsText("Internal: the audit firm only");
        notes.getByLabel("For whom").selectOption("shared");
        notes.getByLabel("Note", new Locator.GetByLabelOptions().setExact(true)).fill("Please add dates");
        notes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Write").setExact(true))
                .click();
        assertThat(notes.locator(".tm-shared")).containsText("Please add dates");
        assertThat(notes.locator(".tm-notes > li")).hasCount(2);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/notes.png")));
    }
}
