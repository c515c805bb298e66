package io.tickmark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of tasks with one task open, as somebody uses it who reads labels and fills what has a star. */
final class TaskPage {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final Pattern KIND = Pattern.compile("fjs-form-field-([a-z]+)");
    private static final double COMPLETING_MS = 60_000;

    private final Page page;

    TaskPage(Page page) {
        this.page = page;
    }

    /** Clicks the task's row in the list of one audit. */
    TaskPage open(String engagement, String task) {
        page.navigate("/tasks?engagement=" + engagement);
        page.locator("#tm-rows a[data-id='" + task + "']").click();
        assertThat(page.locator("#tm-detail[data-task='" + task + "'] .tm-formbox .fjs-form"))
                .isVisible();
        return this;
    }

    /**
     * Works what this person's list of one audit holds and what opens by itself after each, until nothing is left;
     * answers how many tasks that were.
     */
    int workThrough(String engagement, Told told) {
        page.navigate("/tasks?engagement=" + engagement);
        assertThat(page.locator("#tm-rows:not([aria-busy]) :is(a, .tm-empty strong)")
                        .first())
                .isVisible();
        Locator first = page.locator("#tm-rows a[data-id]").first();
        if (!first.isVisible()) {
            return 0;
        }
        first.click();
        int done = 0;
        while (showsATask()) {
            if (done++ == 0) {
                claim();
            }
            answer(told.on(step())).complete();
        }
        return done;
    }

    private String step() {
        return page.locator(".tm-about code").innerText();
    }

    private boolean showsATask() {
        Locator form = form().locator(".fjs-form");
        assertThat(form.or(page.getByText("Choose a task"))).isVisible();
        return form.isVisible();
    }

    private void claim() {
        Locator claim = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim"));
        if (claim.isVisible()) {
            claim.click();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give back")))
                    .isVisible();
            assertThat(form().locator(".fjs-form")).isVisible();
        }
    }

    /** Enters these answers by the keys of their fields, then whatever else is required. */
    private TaskPage answer(Map<String, String> told) {
        told.forEach((key, text) -> {
            String id = "-Field_" + key;
            Locator field = form().locator(".fjs-form-field:has([id$='" + id + "'], [id*='" + id + "-'])");
            switch (kind(field)) {
                case "radio" -> field.getByLabel(text).check();
                case "select" -> {
                    field.locator(".fjs-input-group").click();
                    field.locator(".fjs-dropdownlist-item")
                            .filter(new Locator.FilterOptions().setHasText(text))
                            .first()
                            .click();
                }
                default -> field.locator("input, textarea").first().fill(text);
            }
        });
        return answer();
    }

    Locator form() {
        return page.locator(".tm-formbox");
    }

    /** Fills what is required and still empty; a field may call for another one below it. */
    TaskPage answer() {
        Locator required = form().locator(".fjs-form-field:has(.fjs-asterix):not(:has(.fjs-form-field))");
        for (int i = 0; i < required.count(); i++) {
            answer(required.nth(i));
        }
        return this;
    }

    void complete() {
        String task = page.locator("#tm-detail").getAttribute("data-task");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete task"))
                .click();
        Locator refusal = page.locator("#tm-detail[data-task='" + task + "'] .tm-foot .tm-bad");
        assertThat(page.locator("#tm-detail:not([data-task='" + task + "'])")
                        .or(refusal)
                        .first())
                .isVisible(new IsVisibleOptions().setTimeout(COMPLETING_MS));
        if (refusal.isVisible()) {
            throw new AssertionError(step() + " was refused: " + refusal.innerText() + " "
                    + form().locator(".fjs-has-errors").allInnerTexts());
        }
    }

    private void answer(Locator field) {
        String kind = kind(field);
        switch (kind) {
            case "textfield", "textarea" -> type(field, "Answered in the browser 🖋");
            case "number" -> type(field, "3");
            case "datetime" -> {
                settle();
                type(field, today());
                field.locator("input").first().press("Tab");
            }
            case "radio", "checklist", "checkbox" -> {
                if (field.locator("input:checked").count() == 0) {
                    field.locator("input").first().check();
                }
            }
            case "select" -> {
                if (field.locator(".fjs-select-placeholder").count() > 0) {
                    choose(field, field.locator(".fjs-input-group"));
                }
            }
            case "taglist" -> {
                if (field.locator(".fjs-taglist-tag").count() == 0) {
                    choose(field, field.locator(".fjs-taglist-input"));
                }
            }
            case "filepicker" -> {
                if (field.locator(".tm-files a").count() == 0) {
                    upload(field, "evidence.csv");
                }
            }
            default -> throw new AssertionError("Nobody told how to fill a " + kind);
        }
    }

    /** Through the input that the button stands for; waits until the server has the file. */
    private static void upload(Locator field, String name) {
        byte[] bytes = "item,approved by\n1,team lead\n2,team lead\n3,team lead\n".getBytes(StandardCharsets.UTF_8);
        field.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", bytes));
        assertThat(field.locator(".tm-files a")).hasText(name);
    }

    private static void choose(Locator field, Locator opener) {
        opener.click();
        field.locator(".fjs-dropdownlist-item").first().click();
    }

    private static void type(Locator field, String text) {
        Locator input = field.locator("input, textarea").first();
        if (input.inputValue().isEmpty() && input.isEditable()) {
            input.fill(text);
        }
    }

    /** A date that is proposed appears after the first paint, when the field seems empty for a moment. */
    private void settle() {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
                + " setTimeout(done, 150))))");
    }

    private String today() {
        String now = page.locator("meta[name=now]").getAttribute("content");
        return Instant.parse(now).atZone(ZoneOffset.UTC).format(AS_TYPED);
    }

    private static String kind(Locator field) {
        Matcher kind = KIND.matcher(field.getAttribute("class"));
        return kind.find() ? kind.group(1) : field.getAttribute("class");
    }
}
