package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import io.tickmark.modeling.OwnersModels;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two process owners change a model by clicking, and take a running audit along. */
@Tag("browser")
@TickmarkTest
class ModelsPageTest {

    private static final String FILE = "hold-kickoff.form";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Bundles bundles;

    @Autowired
    ShippedModels shipped;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Browser browser;
    private Cast cast;
    private Page owner;
    private Page second;

    @BeforeEach
    void open() {
        String address = "http://127.0.0.1:" + port;
        browser = new Browser(address);
        cast = new Cast(address, people, "Lucerne Publishing");
        owner = owner("drawing");
        second = owner("approving");
    }

    private Page owner(String name) {
        String username = name + "-" + mark;
        people.create(new NewPerson(username, "Person " + name, null, Set.of("process-owner")), Cast.PASSWORD);
        return browser.signIn(username);
    }

    @AfterEach
    void close() {
        browser.close();
        new OwnersModels(port, people, bundles, shipped).putBack();
    }

    @Test
    void aChangeGoesLiveByASecondOwnerAndARunningAuditMovesToIt() {
        String audit = cast.as("audit-manager")
                .post("/api/engagements", Map.of("client", cast.client(), "team", cast.team()))
                .ok()
                .path("id")
                .asString();

        submit(live().replaceFirst("\"type\": *\"text\"", "\"type\": \"html\", \"content\": \"<script></script>\""));
        assertThat(owner.locator("#tm-submit")).containsText(FILE);
        assertThat(owner.locator("#tm-submit")).containsText("Error");

        submit(live().replaceFirst("\"label\": *\"", "\"label\": \"Ours: "));
        assertThat(owner.locator("#tm-waiting")).containsText(FILE);
        assertThat(owner.locator("#tm-waiting")).containsText("Another process owner approves or rejects");

        second.navigate("/models");
        assertThat(second.locator("#tm-waiting")).containsText(FILE);
        click(second.locator("#tm-waiting"), "Approve");
        assertThat(second.locator("#tm-waiting")).isHidden();
        assertThat(second.locator("#tm-releases")).containsText(Pattern.compile("Live"));

        owner.navigate("/models");
        Locator move = owner.locator("#tm-move");
        String before = move.locator("[name=to] option").nth(1).getAttribute("value");
        move.getByLabel("From").selectOption(before);
        click(move, "Try it");
        Locator row = move.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(
                owner.locator("a[href='/engagements/" + audit + "']")));
        assertThat(row).containsText("Movable");
        assertThat(move.getByRole(AriaRole.STATUS)).containsText("nothing has moved yet");
        move.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Move \\d+ audits?$")))
                .click();
        assertThat(owner.getByText(Pattern.compile("^\\d+ audits? moved"))).isVisible();
        assertThat(browser.complaints()).noneMatch(complaint -> !complaint.contains("status of 422"));
    }

    /** What is live now; other tests may have left a release of their own. */
    private String live() {
        return bundles.files(bundles.live()).entrySet().stream()
                .filter(file -> file.getKey().endsWith(FILE))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private void submit(String text) {
        owner.navigate("/models");
        Locator form = owner.locator("#tm-submit form");
        form.getByLabel("Models (.bpmn, .dmn, .form)")
                .setInputFiles(new FilePayload(FILE, "application/json", text.getBytes(StandardCharsets.UTF_8)));
        form.getByLabel("What it is for").fill("Our word for it");
        click(form, "Submit");
    }

    private static void click(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
