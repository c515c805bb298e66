package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The machine's own Chromium without a window, which takes two thirds of the processor that the whole browser takes. Everybody gets a profile of his own; what the console says is kept. */
public final class Browser implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium-headless-shell");

    /** A busy machine answers late; only what never comes is a failure. */
    private static final double PATIENCE_MS = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private final String address;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    public Browser(String address) {
        if (!Files.isExecutable(PROGRAM)) {
            throw new AssertionError(
                    PROGRAM + " is missing: run ./verify, which installs what the browser tests use, instead of mvn");
        }
        this.address = address;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** An empty profile, signed in nowhere. */
    Page stranger() {
        Page page = chromium.newContext(new NewContextOptions()
                        .setBaseURL(address)
                        .setLocale("en-US")
                        .setTimezoneId("UTC")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1280, 800))
                .newPage();
        page.onConsoleMessage(message -> {
            boolean sectionNotForThem = message.location().startsWith(address + "/api/engagements/")
                    && message.text().contains("status of 404");
            if (List.of("error", "warning").contains(message.type()) && !sectionNotForThem) {
                complaints.add(page.url() + ": " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    Page signIn(String username) {
        return signIn(username, Cast.PASSWORD);
    }

    /** Somebody who has not been here before. */
    public Page signIn(String username, String password) {
        Page page = stranger();
        page.navigate("/login");
        return signIn(page, username, password);
    }

    /** @param page showing the sign-in page */
    Page signIn(Page page, String username) {
        return signIn(page, username, Cast.PASSWORD);
    }

    private static Page signIn(Page page, String username, String password) {
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("#tm-who")).hasAttribute("title", "Signed in as " + username);
        return page;
    }

    /**
     * Errors and warnings of all consoles so far: scripts that failed, files not found, what the policy blocked. An audit's page
     * asks for every section and leaves out what answers 404, which is no fault.
     */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
