package io.tickmark.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.files;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.Wait;
import io.tickmark.evidence.EvidenceWorld.Sent;
import io.tickmark.journey.Barriers;
import io.tickmark.journey.Browser;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An auditor who goes through the evidence by keys alone. */
@Tag("browser")
class ReviewPageTest extends OverHttp {

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser("http://127.0.0.1:" + port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private String handedOver(String title, Sent... sent) {
        Map<String, Object> asked = world.asking("DOCUMENT", "ORG-01");
        asked.put("title", title);
        String request = world.raised(asked).path("id").asString();
        JsonNode given = taken(world.upload(OWNER, uploads(request), sent));
        world.done(OWNER, "ProvideEvidence", request, files(given.valueStream().toArray(JsonNode[]::new)));
        world.task(STAFF, "ReviewEvidence", request);
        return request;
    }

    private Page atTheQueue() {
        Page page = browser.signIn(world.audit.name(STAFF), "tickmark");
        page.navigate("/engagements/" + world.audit.engagement + "/review");
        assertThat(page.locator("#tm-rows a").first()).isVisible();
        return page;
    }

    private Map<String, String> states(String request) {
        return world.request(STAFF, request)
                .path("documents")
                .valueStream()
                .collect(Collectors.toMap(
                        it -> it.path("name").asString(), it -> it.path("state").asString()));
    }

    @Test
    void everythingIsDoneByKeys() {
        String first = handedOver("Joiners of the year", new Sent("joiners.csv", "name,day,approved by\nJo Doe 🙂,2026-01-02,A. Lead\nRoe,2026-02-03,B. Lead\n".getBytes(UTF_8)));
        String second = handedOver(
                "Minutes of the board",
                Sent.of("minutes.txt", "The board met and looked at the risks."),
                Sent.of("agenda.txt", "1. Risks\n2. Budget"));
        Page page = atTheQueue();
        page.locator("#tm-rows a")
                .filter(new Locator.FilterOptions().setHasText("Joiners of the year"))
                .press("Enter");
        assertThat(page.locator("#tm-detail h1")).containsText("Joiners of the year");
        assertThat(page.locator(".tm-sheet table")).containsText("Jo Doe 🙂");
        assertThat(page.locator(".tm-asked")).containsText("Code of conduct");
        Pictures.of(page, "review-table");
        assertThat(Barriers.on(page, "review of a table")).isEmpty();
        page.setViewportSize(1280, 800);

        page.keyboard().press("1");
        page.keyboard().press("Enter");
        assertThat(page.locator("#tm-detail h1")).containsText("Minutes of the board");
        assertThat(Wait.soon(() -> world.state(first).equals("accepted"))).isTrue();

        page.keyboard().press("1");
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("agenda.txt"))))
                .hasAttribute("aria-selected", "true");
        page.keyboard().press("3");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say what is wrong with it.");
        page.getByLabel("What is wrong with it?").selectOption("wrong-period");
        page.getByLabel("What should the client do?").fill("The agenda of this year 📅");
        Pictures.of(page, "review-return");
        assertThat(Barriers.on(page, "review with a return")).isEmpty();
        page.setViewportSize(1280, 800);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#tm-detail")).containsText("All reviewed");
        assertThat(states(second)).isEqualTo(Map.of("minutes.txt", "accepted", "agenda.txt", "returned"));
        assertThat(world.request(OWNER, second).path("reasons").path(0).path("note").asString())
                .isEqualTo("The agenda of this year 📅");
    }

    @Test
    void whatIsTypedSurvivesALookAtAnotherRequestAndFiltersStay() {
        handedOver("Joiners of the year", Sent.of("joiners.txt", "Jo"));
        handedOver("Joiners of last year", Sent.of("old.txt", "Roe"));
        handedOver("Board", Sent.of("board.txt", "Met"));
        Page page = atTheQueue();
        page.getByLabel("Search requests").fill("joiners");
        assertThat(page.locator("#tm-rows a")).hasCount(2);
        page.locator("#tm-rows a").first().click();
        assertThat(page).hasURL(Pattern.compile("q=joiners&task="));
        Locator title = page.locator("#tm-detail h1");
        assertThat(title).isFocused();
        String first = title.innerText();
        page.keyboard().press("3");
        page.getByLabel("What should the client do?").fill("Half a sen");
        title.focus();
        page.keyboard().press("j");
        assertThat(title).not().hasText(first);
        page.keyboard().press("k");
        assertThat(title).hasText(first);
        assertThat(page.getByLabel("What should the client do?")).hasValue("Half a sen");
        page.onDialog(dialog -> dialog.accept());
        page.reload();
        assertThat(page.locator("#tm-rows a")).hasCount(2);
        assertThat(title).hasText(first);
    }

    @Test
    void singleKeysCanBeSwitchedOff() {
        handedOver("Board", Sent.of("board.txt", "Met"));
        Page page = atTheQueue();
        page.keyboard().press("?");
        page.getByLabel("Single keys are on").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        assertThat(page.locator("#tm-detail h1")).hasCount(0);
        page.locator("#tm-keys").click();
        page.getByLabel("Single keys are on").check();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        assertThat(page.locator("#tm-detail h1")).containsText("Board");
    }
}
