package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The people of an audit, each at a browser of his own. An administrator made and invited all of them by clicking. */
final class Desks {

    private static final double MOVING_THE_CLOCK_MS = 120_000;

    private final Browser browser;
    private final Page admin;
    private final String suffix;
    private final Map<String, Page> desks = new LinkedHashMap<>();

    /** @param admin signed in already: somebody has to be the first */
    Desks(Browser browser, Page admin, String suffix) {
        this.browser = browser;
        this.admin = admin;
        this.suffix = suffix;
    }

    /** Adds a client and stays on its part of the page. */
    void addClient(String name) {
        admin.navigate("/clients");
        Locator clients = admin.locator("#tm-clients");
        clients.getByText("New client").click();
        clients.getByLabel("Name").fill(name);
        click(clients, "Add the client");
        assertThat(admin.locator("#tm-client h2")).hasText(name);
    }

    void inviteToFirm(List<String> roles) {
        admin.navigate("/clients");
        roles.forEach(role -> invite(admin.locator("#tm-people"), role, role));
    }

    void inviteToClient(String... roles) {
        List.of(roles).forEach(role -> inviteToClientAs(role, role));
    }

    /** @param desk the name of the desk, where two people have the same role */
    void inviteToClientAs(String desk, String role) {
        invite(admin.locator("#tm-client"), desk, role);
    }

    /** Tries the file, then imports it into the client that is on the page. */
    void importControls(byte[] csv, int count) {
        admin.locator("#tm-controls").setInputFiles(new FilePayload("controls.csv", "text/csv", csv));
        Locator client = admin.locator("#tm-client");
        click(client, "Try without importing");
        assertThat(client).containsText("Nothing was imported; this is what would happen: " + count + " created");
        click(client, "Import");
        assertThat(client).containsText("Imported: " + count + " created");
    }

    /** Has this person start the audit with everybody who sits at a desk; answers its id. */
    String startAudit(String role, String client, LocalDate from, LocalDate to) {
        Page page = at(role);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audits"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New audit"))
                .click();
        Locator form = page.locator("#tm-form form");
        form.getByLabel("Client", new Locator.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(client));
        form.getByLabel("Period from").fill(from.toString());
        form.getByLabel("Period to").fill(to.toString());
        desks.keySet().forEach(name -> form.locator("[name='team." + name + "']").fill(username(name)));
        click(form, "Start the audit");
        assertThat(page).hasURL(Pattern.compile("/engagements/[0-9a-f-]{36}$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(client);
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    Page at(String name) {
        Page page = desks.get(name);
        if (page == null) {
            throw new IllegalArgumentException("Nobody sits at " + name);
        }
        return page;
    }

    List<Page> all() {
        return List.copyOf(desks.values());
    }

    /** The day in the application, as every page carries it. */
    LocalDate today() {
        String now = admin.locator("meta[name=now]").getAttribute("content");
        return Instant.parse(now).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Moves the demo's clock on the administrator's own page. */
    void aMonthLater() {
        admin.navigate("/me");
        Locator clock = admin.locator("#tm-clock");
        click(clock, "30 days on");
        assertThat(clock.locator("[aria-busy]"))
                .hasCount(0, new HasCountOptions().setTimeout(MOVING_THE_CLOCK_MS));
        assertThat(clock.getByRole(AriaRole.STATUS)).containsText("It is now");
    }

    private void invite(Locator section, String desk, String role) {
        Locator form = section.locator("details")
                .filter(new Locator.FilterOptions().setHas(admin.getByText("Invite a person")));
        form.getByText("Invite a person").click();
        form.getByLabel("User name").fill(username(desk));
        form.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("Person " + desk);
        form.getByLabel("Role").selectOption(role);
        click(form, "Invite");
        Locator told = admin.getByRole(AriaRole.DIALOG);
        String link = told.getByRole(AriaRole.LINK).getAttribute("href");
        click(told, "Done");
        assertThat(section.getByRole(AriaRole.CELL, new Locator.GetByRoleOptions().setName(username(desk))))
                .isVisible();
        desks.put(desk, accept(link, username(desk)));
    }

    private Page accept(String link, String username) {
        Page page = browser.stranger();
        page.navigate(link);
        page.getByLabel("Password").fill(Cast.PASSWORD);
        page.getByLabel("The same once more").fill(Cast.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set the password"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your password is set");
        return browser.signIn(page, username);
    }

    private String username(String desk) {
        return desk + "-" + suffix;
    }

    private static void click(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
