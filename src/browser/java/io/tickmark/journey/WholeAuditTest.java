package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import io.tickmark.trail.VerifyCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People who have nothing but browsers carry an audit from the client's first day to next year's audit. */
@Tag("browser")
@TickmarkTest
class WholeAuditTest {

    /** Everything is covered but CC9.2: one gap is enough. */
    private static final byte[] CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC1.1;CC1.2;CC1.3;CC1.4;CC1.5;CC2.1;CC2.2;CC2.3;CC3.1;CC3.2;CC3.3;CC3.4;CC4.1;CC4.2;CC5.1;CC5.2;CC5.3;CC6.1;CC6.2,per_event,preventive/manual,POP access granted in the period;SMP approved request for each sampled grant
            OPS-01,Monitoring watched,Somebody watches alerts on the wall display.,CC6.3;CC6.4;CC6.5;CC6.6;CC6.7;CC6.8;CC7.1;CC7.2;CC7.3;CC7.4;CC7.5;CC8.1;CC9.1,continuous,detective/automated,CFG alert rules
            """.getBytes(StandardCharsets.UTF_8);

    private static final String SERVICES = "Lighthouse timetables as a service 🗼 for coast guards.";
    private static final String BOUNDARY = "The lamp room and its scheduler; the gift shop is out of scope.";
    private static final String NOTE = "The export ends before the period begins.";
    private static final int MONTHS = 9;

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String client = "Point Breeze " + suffix;

    private final Told told = new Told()
            .always("UserTask_DescribeNeed", "services", SERVICES)
            .always("UserTask_DescribeSystem", "services", SERVICES)
            .always("UserTask_DefineScope", "boundaries", BOUNDARY)
            .once("UserTask_ReviewEvidence", "evidenceDecision", "Return it and ask again")
            .once("UserTask_ReviewEvidence", "returnReason", "another period")
            .once("UserTask_ReviewEvidence", "returnNote", NOTE)
            .always("UserTask_SignReport", "signing", "Everything is in place: sign");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @TempDir
    Path downloads;

    private Browser browser;
    private Desks desks;

    @BeforeEach
    void open() {
        browser = new Browser("http://127.0.0.1:" + port);
        people.create(new NewPerson("admin-" + suffix, "Ada Brunner", null, Set.of("admin")), Cast.PASSWORD);
        desks = new Desks(browser, browser.signIn("admin-" + suffix), suffix);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anAuditIsCarriedByPagesOnly() throws IOException {
        desks.inviteToFirm(List.of(
                "audit-partner",
                "audit-manager",
                "audit-senior",
                "audit-staff",
                "quality-reviewer",
                "project-manager"));
        desks.addClient(client);
        desks.inviteToClient("client-sponsor", "client-compliance", "control-owner");
        desks.importControls(CONTROLS, 2);
        LocalDate end = desks.today().plusDays(110);
        String audit = desks.startAudit("audit-manager", client, desks.today().plusDays(20), end);

        workUntilClosed(audit);
        assertThat(told.turns("UserTask_ProvideEvidence"))
                .as("what was returned was asked again")
                .isEqualTo(4);

        theReportSaysWhatWasEnteredFirst(audit);
        theTrailIsSound(audit);
        String next = nextYearWaits(audit);
        anotherClientSeesNothingOf(audit, next);
        assertThat(browser.complaints()).isEmpty();
    }

    private void workUntilClosed(String audit) {
        workThrough(audit);
        askForMoreAndWithdrawIt(audit);
        for (int month = 0; month < MONTHS && !phase(audit).equals("Closed"); month += 2) {
            desks.aMonthLater();
            desks.aMonthLater();
            workThrough(audit);
        }
        assertThat(phase(audit)).isEqualTo("Closed");
    }

    /** From desk to desk, until everybody in a row found nothing to do. */
    private void workThrough(String audit) {
        List<Page> all = desks.all();
        int idle = 0;
        for (int desk = 0; idle < all.size(); desk = (desk + 1) % all.size()) {
            idle = new TaskPage(all.get(desk)).workThrough(audit, told) == 0 ? idle + 1 : 1;
        }
    }

    private void askForMoreAndWithdrawIt(String audit) {
        Page page = desks.at("audit-manager");
        page.navigate("/engagements/" + audit);
        page.getByText("Ask for more").click();
        page.getByLabel("What is asked for").fill("Keeper's log of the storm");
        page.getByLabel("Controls, more than one with commas").fill("OPS-01");
        page.getByLabel("Due", new Page.GetByLabelOptions().setExact(true))
                .fill(desks.today().plusDays(9).toString());
        button(page, "Ask").click();
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText("Keeper's log of the storm"));
        assertThat(row).containsText("Open");
        row.locator("summary").first().click();
        row.getByText("Withdraw this request").click();
        row.getByLabel("Why it is no longer wanted").fill("There was no storm.");
        button(page, "Withdraw").click();
        assertThat(row).containsText("Withdrawn");
        row.locator("summary").first().click();
        assertThat(row).containsText("Withdrawn: There was no storm.");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String phase(String audit) {
        Page page = desks.at("audit-partner");
        page.navigate("/engagements/" + audit);
        return page.locator(".tm-way [aria-current]").innerText();
    }

    private void theReportSaysWhatWasEnteredFirst(String audit) throws IOException {
        Page page = desks.at("client-sponsor");
        page.navigate("/engagements/" + audit);
        Path pdf = download(page, "PDF");
        try (var document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(client, "Lighthouse timetables as a service", BOUNDARY)
                    .contains("ACC-01", "OPS-01", "CC6.1", "Access is granted on an approved request.");
        }
    }

    private void theTrailIsSound(String audit) {
        Page page = desks.at("audit-partner");
        page.navigate("/engagements/" + audit);
        Path trail = download(page, "The whole trail as a file");
        assertThat(VerifyCommand.run(List.of(trail.toString()), System.out, System.err))
                .isEqualTo(VerifyCommand.SOUND);
    }

    private String nextYearWaits(String audit) {
        Page page = desks.at("audit-manager");
        page.navigate("/engagements/" + audit);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next year’s audit"))
                .click();
        assertThat(page).not().hasURL(Pattern.compile(audit));
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Last year’s audit")))
                .hasAttribute("href", "/engagements/" + audit);
        assertThat(page.getByText(Pattern.compile("Open tasks: [1-9]"))).isVisible();
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private void anotherClientSeesNothingOf(String... audits) {
        desks.addClient("Gravel Cove " + suffix);
        desks.inviteToClientAs("elsewhere", "client-compliance");
        Page page = desks.at("elsewhere");
        page.navigate("/engagements");
        assertThat(page.locator("main")).containsText("No audit is running that you may see.");
        assertThat(page.locator("main")).not().containsText(client);
        page.navigate("/tasks");
        assertThat(page.locator("#tm-rows")).containsText("Nothing to do.");
        page.navigate("/clients");
        assertThat(page.locator("#tm-client h2")).hasText("Gravel Cove " + suffix);
        assertThat(page.locator("main")).not().containsText(client);
        for (String audit : audits) {
            page.navigate("/engagements/" + audit);
            assertThat(page.locator("main")).containsText("This audit cannot be shown");
            assertThat(page.locator("main")).not().containsText(client);
        }
    }

    private Path download(Page page, String link) {
        Download download = page.waitForDownload(
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                                .first()
                        ::click);
        Path kept = downloads.resolve(download.suggestedFilename());
        download.saveAs(kept);
        return kept;
    }
}
