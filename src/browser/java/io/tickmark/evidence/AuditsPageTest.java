package io.tickmark.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.journey.Barriers;
import io.tickmark.journey.Browser;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All audits at once. */
@Tag("browser")
class AuditsPageTest extends OverHttp {

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
    void theAuditThatWillBeLateIsFoundAndTheAddressSaysHow() {
        world.asked("DOCUMENT", "ORG-01");
        world.audit.accepted(List.of("SECURITY"));
        world.audit.later("P90D");
        Page page = browser.signIn(world.audit.name(MANAGER), "tickmark");
        page.navigate("/engagements?q=" + world.audit.name("").substring(1));
        Locator row = page.locator("#tm-list tbody tr").filter(new Locator.FilterOptions()
                .setHas(page.locator("a[href='/engagements/" + world.audit.engagement + "']")));
        assertThat(row).containsText("Red: at risk");
        assertThat(row).containsText("working days after the plan");
        page.getByLabel("Health").selectOption("red");
        assertThat(page).hasURL(Pattern.compile("health=red"));
        assertThat(row).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Client").setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile("health=red.*sort=client"));
        assertThat(page.locator("th[aria-sort]")).hasText("Client");
        page.getByLabel("Health").selectOption("green");
        assertThat(row).hasCount(0);
    }

    @Test
    void aClientSeesItsPeriodsDrawnAndAsATable() {
        world.asked("DOCUMENT", "ORG-01");
        world.audit.accepted(List.of("SECURITY"));
        database.sql("insert into planned_report (id, engagement_id, position_no, report_type, attestation_type,"
                        + " categories, period_start, period_end) select ?, engagement_id, 9, report_type,"
                        + " attestation_type, categories, period_start, period_end from planned_report"
                        + " where engagement_id = ? and position_no = 0")
                .params(UUID.randomUUID().toString(), world.audit.engagement)
                .update();
        Page page = browser.signIn(world.audit.name(COMPLIANCE), "tickmark");
        page.navigate("/engagements");
        assertThat(page.locator(".tm-calendar rect.tm-period")).hasCount(2);
        page.getByText("As a table").click();
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Periods that reports cover")))
                .containsText("SOC 2 Type II");
        assertThat(page.getByText("Who has how much to do")).isVisible();
        Pictures.of(page, "audits");
        assertThat(Barriers.on(page, "/engagements")).isEmpty();
    }
}
