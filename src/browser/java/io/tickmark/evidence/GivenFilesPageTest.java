package io.tickmark.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.tickmark.journey.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A control owner who gives files and is told at once what is wrong with them. */
@Tag("browser")
class GivenFilesPageTest extends OverHttp {

    private Browser browser;
    private String request;
    private Page page;

    @BeforeEach
    void anOpenTask() {
        browser = new Browser("http://127.0.0.1:" + port);
        request = world.asked("DOCUMENT", "ORG-01");
        String task = world.task(OWNER, "ProvideEvidence", request).path("id").asString();
        page = browser.signIn(world.audit.name(OWNER), "tickmark");
        page.navigate("/tasks?engagement=" + world.audit.engagement);
        page.locator("#tm-rows a[data-id='" + task + "']").click();
        assertThat(page.locator(".tm-formbox .fjs-form")).isVisible();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aZipIsUnpackedOrKeptAsItsGiverChooses() throws IOException {
        choose(new FilePayload("march.zip", "application/zip", zip("a.txt", "b.txt")));
        assertThat(page.locator(".tm-files")).containsText("march.zip");
        assertThat(world.request(STAFF, request).path("documents").size()).as("nothing is sent yet").isZero();
        page.locator(".tm-files").scrollIntoViewIfNeeded();
        shot("zip");
        button("Unpack its files").click();
        assertThat(page.locator(".tm-files > li a")).hasText(new String[] {"a.txt", "b.txt"});

        choose(new FilePayload("april.zip", "application/zip", zip("c.txt")));
        button("Keep it as one document").click();
        assertThat(page.locator(".tm-files > li a")).hasText(new String[] {"a.txt", "b.txt", "april.zip"});
    }

    @Test
    void aFindingIsAnsweredWhereItIsTold() {
        choose(new FilePayload("nothing.txt", "text/plain", new byte[0]));
        Locator note = page.locator(".tm-files .tm-note").first();
        assertThat(note).isVisible();
        button("It is right all the same").first().click();
        button("Say so").click();
        assertThat(note).containsText("Say why this is the right evidence");
        note.getByRole(AriaRole.TEXTBOX).fill("There were no joiners, so the list is empty");
        note.getByRole(AriaRole.TEXTBOX).press("Enter");
        assertThat(note).containsText("says: There were no joiners");
        assertThat(note).not().containsText("Say why");
        shot("override");
        JsonNode finding = world.request(STAFF, request).path("documents").path(0).path("findings").path(0);
        assertThat(finding.path("override").path("reason").asString()).contains("no joiners");
    }

    private void choose(FilePayload file) {
        page.locator(".tm-formbox input[type=file]").first().setInputFiles(file);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/given-files-" + name + ".png")));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("What is in " + name).getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
