package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.Set;
import io.tickmark.identity.NewPerson;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What holds for every page: nobody is locked out by colour, size or a screen reader, and no console complains. */
@Tag("browser")
@TickmarkTest
class EveryPageTest {

    private static final byte[] CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ACC-01,Access on request,Access is granted on an approved request.,CC6.1,per_event,preventive/manual,DOC access procedure
            """.getBytes(StandardCharsets.UTF_8);

    /** An address, and what is there when the page has all it shows. */
    private record Place(String path, String ready) {}

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser;
    private Cast cast;
    private String audit;
    private Api worker;
    private String task;

    @BeforeEach
    void open() {
        String address = "http://127.0.0.1:" + port;
        browser = new Browser(address);
        cast = new Cast(address, people, "Alpine Ski House");
        cast.importControls(CONTROLS);
        audit = cast.as("audit-manager")
                .post("/api/engagements", Map.of("client", cast.client(), "team", cast.team()))
                .ok()
                .path("id")
                .asString();
        for (Api person : cast.all()) {
            for (JsonNode open : Stranger.list(person, "/api/tasks?limit=200&engagement=" + audit)) {
                worker = person;
                task = open.path("id").asString();
            }
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void everybodyCanUseEveryPage() {
        List<String> barriers = new ArrayList<>();
        visitAll((page, place) -> barriers.addAll(Barriers.on(page, place.path())));
        assertThat(barriers).isEmpty();
        assertThat(browser.complaints()).as("of the consoles").isEmpty();
    }

    @Test
    void aBlockedScriptIsAComplaint() {
        Page page = browser.stranger();
        page.navigate("/login");
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))");
        assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
    }

    @Test
    void anInputWithoutALabelIsABarrier() {
        Place signIn = new Place("/login", "input[name=password]");
        Page page = arrive(browser.stranger(), signIn);
        page.evaluate("document.querySelector('form').append(document.createElement('input'))");
        assertThat(Barriers.on(page, signIn.path())).isNotEmpty().allMatch(barrier -> barrier.contains(": label at "));
    }

    private void visitAll(BiConsumer<Page, Place> look) {
        Place signIn = new Place("/login", "input[name=password]");
        look.accept(arrive(browser.stranger(), signIn), signIn);
        Page page = browser.signIn(worker.username());
        for (Place place : places()) {
            look.accept(arrive(page, place), place);
        }
        Place models = new Place("/models", "#tm-waiting table");
        Api author = owner();
        String release = submit(author);
        Page theirs = browser.signIn(owner().username());
        look.accept(arrive(theirs, models), models);
        Place home = new Place("/", "#tm-process");
        look.accept(arrive(theirs, home), home);
        author.post("/api/releases/" + release + "/withdraw", Map.of()).ok();
    }

    private Api owner() {
        String username = "owner-" + UUID.randomUUID();
        people.create(new NewPerson(username, "Process owner", null, Set.of("process-owner")), Cast.PASSWORD);
        return new Api("http://127.0.0.1:" + port, username, Cast.PASSWORD);
    }

    /** A change of a form that waits, so that the page has everything on it that it can have. */
    private static String submit(Api author) {
        String form = author.get("/api/models/decide-renewal/versions/1/content").text();
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"decide-renewal.form\"\r\n\r\n"
                + form.replace("\"5.34.0\"", "\"" + UUID.randomUUID() + "\"") + "\r\n--cut--\r\n";
        return author.upload(
                        "/api/models",
                        "form",
                        "multipart/form-data; boundary=cut",
                        body.getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("release")
                .asString();
    }

    private List<Place> places() {
        return List.of(
                new Place("/", "#tm-home.tm-wide"),
                new Place("/tasks", "#tm-rows a"),
                new Place("/tasks/" + task, ".tm-formbox .fjs-form"),
                new Place("/engagements", "#tm-list table"),
                new Place("/engagements/" + audit, "#tm-sections table >> nth=-1"),
                new Place("/engagements/" + audit + "/description", "#tm-part section li, #tm-part section p"),
                new Place("/engagements/" + audit + "/description#register", "#tm-part h2"),
                new Place("/engagements/" + audit + "/review", "#tm-rows .tm-empty"),
                new Place("/search?q=nothing+of+the+kind", "#tm-found p"),
                new Place("/clients", "#tm-clients table"),
                new Place("/clients#" + cast.client(), "#tm-client h3 >> nth=0"),
                new Place("/processes", "main table"),
                new Place("/processes/evidence-request", "main table"),
                new Place("/me", "#tm-profile dl"));
    }

    private static Page arrive(Page page, Place place) {
        page.navigate("about:blank");
        page.navigate(place.path());
        assertThat(page.locator(place.ready())).not().hasCount(0);
        assertThat(page.locator(".tm-bone")).hasCount(0);
        assertThat(page.locator("#tm-loading.tm-on")).hasCount(0);
        return page;
    }
}
