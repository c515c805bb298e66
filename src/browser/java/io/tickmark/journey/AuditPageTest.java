package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is done beside the tasks: terms are asked to change, people come and go. */
@Tag("browser")
@TickmarkTest
class AuditPageTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser;
    private Cast cast;

    @BeforeEach
    void open() {
        String address = "http://127.0.0.1:" + port;
        browser = new Browser(address);
        cast = new Cast(address, people, "Coho Vineyard");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aChangeThatIsAskedForWaitsForThePartner() {
        String audit = cast.as("audit-manager")
                .post("/api/engagements", Map.of("client", cast.client(), "team", cast.team()))
                .ok()
                .path("id")
                .asString();
        Page page = browser.signIn(cast.as("audit-manager").username());
        page.navigate("/engagements/" + audit);
        page.getByText("Ask for a change").click();
        Locator form = page.locator("form").filter(new Locator.FilterOptions().setHas(button(page, "Ask for the change")));
        form.getByLabel("What changes, in detail").fill("A second data hall belongs to the system now.");
        form.getByLabel("What changes", exact()).selectOption("PERIOD");
        button(page, "Ask for the change").click();
        assertThat(form.locator("[data-field=kind]")).containsText("No period is planned yet");

        form.getByLabel("What changes", exact()).selectOption("SCOPE");
        button(page, "Ask for the change").click();
        assertThat(form.locator("[data-field=kind]")).containsText("The scope is not approved yet");

        form.getByLabel("What changes", exact()).selectOption("TERMS");
        form.getByLabel("Why", exact()).selectOption("COMPONENT_ADDED");
        button(page, "Ask for the change").click();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^C-1"))))
                .containsText(Pattern.compile("Terms.*A part of the system or a service has been added.*Asked"));

        Page partner = browser.signIn(cast.as("audit-partner").username());
        partner.navigate("/tasks?engagement=" + audit + "&q=change");
        assertThat(partner.locator("#tm-rows")).containsText("Decide change");
    }

    @Test
    void whatWasAnsweredStandsOnThePage() {
        String audit = cast.as("audit-manager")
                .post("/api/engagements", Map.of("client", cast.client(), "team", cast.team()))
                .ok()
                .path("id")
                .asString();
        new Stranger(cast.all())
                .told("UserTask_PrepareProposal", Map.of("approach", "Two months of work 🦊"))
                .work(audit, task -> !task.path("key").asString().equals("UserTask_PrepareProposal"));
        Page page = browser.signIn(cast.as("audit-manager").username());
        page.navigate("/engagements/" + audit);
        Locator row = page.getByRole(
                AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("Prepare proposal .*Audit manager")));
        row.getByText("Show").click();
        assertThat(row).containsText("Two months of work 🦊");
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        Api owner = cast.as("control-owner");
        Page theirs = browser.signIn(owner.username());
        Page admin = browser.signIn(cast.admin().username());
        admin.navigate("/clients#" + cast.client());
        button(admin, owner.username()).click();
        Locator dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Odd Owner");
        dialog.getByLabel("Control owner").uncheck();
        save(dialog);
        assertThat(dialog.locator("[data-field=roles]")).containsText("take one or more of");

        dialog.getByLabel("Client compliance").check();
        dialog.getByLabel("May sign in").uncheck();
        save(dialog);
        assertThat(dialog).hasCount(0);
        assertThat(admin.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Odd Owner")))
                .containsText(Pattern.compile("Client compliance.*disabled"));
        theirs.navigate("/tasks");
        assertThat(theirs).hasURL(Pattern.compile("/login$"));
    }

    @Test
    void nobodyDisablesThemselves() {
        Page admin = browser.signIn(cast.admin().username());
        admin.navigate("/clients");
        button(admin, cast.admin().username()).click();
        Locator dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("May sign in").uncheck();
        save(dialog);
        assertThat(dialog.locator("[data-field=enabled]")).containsText("Nobody disables themselves");
        admin.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
    }

    private static void save(Locator dialog) {
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
