package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page under {@code docs/} of which the part between two marks is generated and the rest written by hand. */
final class GeneratedPage {

    static final String WRITE = "mvn test -Dtest=DocsTest -Ddocs.write=true";
    private static final String BEGIN = "<!-- generated: run `" + WRITE + "`, do not edit below -->\n";
    private static final String END = "<!-- end of the generated part -->\n";

    private final Path file;

    GeneratedPage(String name) {
        this.file = Path.of("docs", name);
    }

    /** Fails when the page does not say what the code says now; with {@code -Ddocs.write=true} it is written instead. */
    void says(List<String> lines) throws IOException {
        String page = Files.readString(file);
        assertThat(page)
                .as("%s needs the two marks of its generated part", file)
                .contains(BEGIN, END);
        String fresh = page.substring(0, page.indexOf(BEGIN))
                + BEGIN
                + "\n"
                + String.join("\n", lines).strip()
                + "\n\n"
                + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, fresh);
            return;
        }
        assertThat(page)
                .as("%s is stale: run `%s` and commit what it writes", file, WRITE)
                .isEqualTo(fresh);
    }

    /** Text as it stands in a cell of a table. */
    static String cell(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }

    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
