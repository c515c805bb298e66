package io.tickmark.evidence;

import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a reviewer's form shows: the request, the documents, and what their giver said of them. */
@Component
class ReviewedEvidence {

    private static final List<String> DATES = List.of("extractedOn", "coversFrom", "coversTo");

    private final RequestTasks tasks;

    ReviewedEvidence(RequestTasks tasks) {
        this.tasks = tasks;
    }

    Map<String, ?> shown(OpenTask task) {
        Map<String, @Nullable Object> shown = tasks.shown(task);
        List<Document> given = tasks.given(task);
        shown.put("files", given.stream().map(Documents::preview).toList());
        shown.put(
                "fileOptions",
                given.stream()
                        .map(file ->
                                Map.of("label", file.name(), "value", file.id().toString()))
                        .toList());
        tasks.said(task, "ProvideEvidence").ifPresent(record -> {
            Answers said = record.answers();
            shown.put("providedBy", record.personName());
            shown.put("populationCount", said.count("populationCount"));
            shown.put("populationSource", source(said));
            shown.put("note", text(said, "note"));
            DATES.forEach(key -> shown.put(key, said.date(key)));
        });
        return shown;
    }

    /** Where the list comes from, and how it was drawn, as far as that was said. */
    private static @Nullable String source(Answers said) {
        List<String> all = Stream.of("populationSource", "populationQuery", "populationParameters", "extractedTime")
                .map(said::text)
                .filter(part -> !part.isEmpty())
                .toList();
        return all.isEmpty() ? null : String.join(" · ", all);
    }

    private static @Nullable String text(Answers said, String key) {
        String text = said.text(key);
        return text.isEmpty() ? null : text;
    }
}
