package io.tickmark.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.back;
import static io.tickmark.evidence.EvidenceWorld.files;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.journey.Barriers;
import io.tickmark.journey.Browser;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each person finds on coming in. */
@Tag("browser")
class HomePageTest extends OverHttp {

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser("http://127.0.0.1:" + port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whoHasElevenRequestsDueBeginsWithOneClick() {
        String request = world.asked("DOCUMENT", "ORG-01");
        world.done(OWNER, "ProvideEvidence", request, files(world.given(request, "a.txt", "old")));
        world.done(STAFF, "ReviewEvidence", request, back("wrong-period", "The minutes of this year, please"));
        world.task(OWNER, "ProvideEvidence", request);
        for (int i = 0; i < 10; i++) {
            Map<String, Object> asked = world.asking("DOCUMENT", "ORG-02");
            asked.put("title", "Minutes of board meeting " + (i + 1));
            asked.put("due", world.today().plusDays(1 + i).toString());
            world.raised(asked);
        }
        Page page = at(OWNER);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Returned to you")))
                .isVisible();
        assertThat(page.locator(".tm-todo").first()).containsText("Wrong period: The minutes of this year, please");
        assertThat(page.locator("ol.tm-todo > li")).hasCount(11);
        Pictures.of(page, "home-owner");
        assertThat(Barriers.on(page, "/")).isEmpty();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start with the first"))
                .click();
        assertThat(page.locator(".tm-formbox .fjs-form")).isVisible();
        assertThat(page.locator("#tm-detail h1")).hasText("Provide evidence");
    }

    @Test
    void aManagerSeesWhichAuditIsInTroubleAndWithWhomItIs() {
        world.asked("DOCUMENT", "ORG-01");
        world.audit.later("P60D");
        Page page = at(MANAGER);
        Locator audit = page.locator(".tm-audits > li").filter(new Locator.FilterOptions()
                .setHas(page.locator("a[href='/engagements/" + world.audit.engagement + "']")));
        assertThat(audit).containsText(Pattern.compile("Red: at risk|Amber: slipping"));
        assertThat(audit).containsText("Next: Engagement letter signed");
        assertThat(audit).containsText("1 with " + world.audit.name(OWNER));
        Pictures.of(page, "home-manager");
        assertThat(Barriers.on(page, "/")).isEmpty();
    }

    @Test
    void whatWasSeenIsGone() {
        world.asked("DOCUMENT", "ORG-01");
        Page page = at(STAFF);
        Locator news = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What happened"));
        assertThat(news).containsText("asked for R-1 Give us the DOCUMENT");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Seen").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Since you were here")))
                .containsText("Nothing new.");
    }

    private Page at(String role) {
        Page page = browser.signIn(world.audit.name(role), "tickmark");
        page.navigate("/");
        assertThat(page.locator("#tm-home.tm-wide")).isVisible();
        return page;
    }
}
