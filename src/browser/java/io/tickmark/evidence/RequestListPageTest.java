package io.tickmark.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.Wait;
import io.tickmark.journey.Browser;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The request list on an audit's page, for auditors and for those who lead the audit at the client. */
@Tag("browser")
class RequestListPageTest extends OverHttp {

    private Browser browser;
    private String request;

    @BeforeEach
    void aRequest() {
        browser = new Browser("http://127.0.0.1:" + port);
        Map<String, Object> asking = world.asking("DOCUMENT", "ORG-01");
        asking.put("location", "Berlin 🏙");
        request = world.raised(asking).path("id").asString();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void manyAreRemindedAtOnce() {
        String second = world.asked("DOCUMENT", "ORG-02");
        Page page = opened(COMPLIANCE);
        page.getByText("With the ticked ones").click();
        page.getByText("Remind", new Page.GetByTextOptions().setExact(true)).click();
        button(page, "Remind whoever has them").click();
        assertThat(page.getByText("Tick the requests first.")).isVisible();
        button(page, "Tick all that are shown").click();
        button(page, "Remind whoever has them").click();
        assertThat(page.getByText("2 requests changed.")).isVisible();
        for (String one : new String[] {request, second}) {
            assertThat(world.request(STAFF, one).path("reminders").asInt()).isEqualTo(1);
        }
        assertThat(page.getByText("Extend", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @Test
    void whatIsKnownOfADocumentIsShownBesideIt() {
        world.given(request, "rights.csv", "user,right\nkim,admin\n");
        Page page = opened(STAFF);
        Locator row = row(page);
        assertThat(row).containsText("For Berlin 🏙");
        assertThat(row).containsText("came ");
        row.getByText("What is known of it").click();
        assertThat(row).containsText("SHA-256");
        assertThat(row).containsText("Not scanned");
        button(page, "Read it again").click();
        assertThat(Wait.soon(() -> world.trail().contains("reading-asked"))).isTrue();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/document-facts.png")));
    }

    @Test
    void anAuditorMakesARequestConfidentialAndOpenAgain() {
        Page page = opened(MANAGER);
        Locator row = row(page);
        row.getByText("Who may see it").click();
        row.getByText("Confidential: only its owner").click();
        row.getByLabel("Who of the client may see it too").fill("nobody-of-them");
        button(page, "Save").click();
        assertThat(row).containsText("Name people of the client");
        row.getByLabel("Who of the client may see it too").fill(world.audit.name("client-sponsor"));
        button(page, "Save").click();
        assertThat(row).containsText("Confidential: for " + world.audit.name(OWNER));
        assertThat(world.get(COMPLIANCE, "/api/requests/" + request).status()).isEqualTo(404);
        row.getByText("Who may see it").click();
        row.getByText("Confidential: only its owner").click();
        button(page, "Save").click();
        assertThat(row).not().containsText("Confidential: for");
        assertThat(world.get(COMPLIANCE, "/api/requests/" + request).status()).isEqualTo(200);
    }

    @Test
    void thePartnerPutsTheAuditOnHoldAndAnAdministratorSeesTheStore() {
        Page page = opened("audit-partner");
        page.getByText("Put it on hold").click();
        page.getByLabel("Why; it stands in the trail").fill("A court asks");
        button(page, "Delete nothing").click();
        assertThat(page.getByText("A court asks")).isVisible();
        assertThat(world.trail()).contains("legal-hold-set");
        page.getByText("Lift it").click();
        page.getByLabel("Why; it stands in the trail").fill("It is over");
        button(page, "Lift the hold").click();
        assertThat(page.getByText("There is none.")).isVisible();

        Page admins = browser.signIn(world.audit.name("admin"), "tickmark");
        admins.navigate("/me");
        assertThat(admins.locator("#tm-store")).containsText("Documents are files in");
    }

    @Test
    void aManagerChangesATemplateAndDeletesIt() {
        String name = "Ours " + UUID.randomUUID();
        world.audit.send(
                MANAGER,
                "/api/request-templates/import?name=" + name.replace(" ", "%20"),
                "text/csv",
                "title,kind,criteria\nSigned codes,DOCUMENT,CC1.1\nMinutes,DOCUMENT,CC1\n".getBytes(UTF_8));
        Page page = opened(MANAGER);
        page.getByText("Ask from a template").click();
        page.getByLabel("Template", new Page.GetByLabelOptions().setExact(true)).selectOption(name + " (2)");
        page.getByText("Change this template").click();
        Locator second = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Line 2"));
        button(page, "Take this line out").first().click();
        assertThat(second).hasCount(0);
        button(page, "Add a line").click();
        second.getByLabel("What is asked for").fill("Rights 🔑");
        second.getByLabel("Criteria with commas").fill("CC6.1, XYZ");
        button(page, "Save the template").click();
        assertThat(second).containsText("not XYZ");
        second.getByLabel("Criteria with commas").fill("CC6.1");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/template-edit.png")));
        button(page, "Save the template").click();
        assertThat(second).not().isVisible();
        page.getByText("What this template asks for").click();
        Locator lines = page.getByLabel("Lines of " + name);
        assertThat(lines).containsText("Rights 🔑");
        assertThat(lines).not().containsText("Signed codes");

        page.getByText("Delete this template").click();
        button(page, "Delete it").click();
        assertThat(page.getByLabel("Template", new Page.GetByLabelOptions().setExact(true)))
                .not()
                .containsText(name);
        assertThat(page.getByText("came with the product and stays")).isVisible();

        Page staff = opened(STAFF);
        staff.getByText("Ask from a template").click();
        assertThat(staff.getByText("What this template asks for")).isVisible();
        assertThat(staff.getByText("Import another template")).hasCount(0);
    }

    @Test
    void whatWasMissedStandsAboveTheTasksOfWhoeverHasToAct() {
        database.sql("update evidence_request set missed_on = current_date where id = ?")
                .param(request)
                .update();
        Page page = opened(MANAGER);
        assertThat(row(page)).containsText("missed");
        page.navigate("/tasks");
        assertThat(page.getByText("1 recurring collection was missed in")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/missed.png")));
        page.locator("#tm-missed a").click();
        assertThat(page.getByText("1 recurring collection was missed")).isVisible();
    }

    private Page opened(String role) {
        Page page = browser.signIn(world.audit.name(role), "tickmark");
        page.navigate("/engagements/" + world.audit.engagement);
        page.locator("summary", new Page.LocatorOptions().setHasText("R-1 ")).click();
        return page;
    }

    private static Locator row(Page page) {
        return page.locator("tr").filter(new Locator.FilterOptions().setHasText("R-1 "));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
