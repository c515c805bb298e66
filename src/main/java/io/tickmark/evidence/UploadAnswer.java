package io.tickmark.evidence;

import io.tickmark.web.Answer;
import io.tickmark.web.IdempotencyKey;
import io.tickmark.web.IdempotentAnswers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an upload is answered. The documents count at once; where they are small the answer waits for a moment, outside
 * of any transaction, so that its giver hears what reading found while still there. With an idempotency key an answer
 * for the time being is kept first, lest a crash in between leaves none.
 */
@Component
class UploadAnswer {

    private static final int FOR_THE_TIME_BEING = HttpStatus.PROCESSING.value();
    private static final TypeReference<List<Counted>> COUNTED = new TypeReference<>() {};

    private final DocumentRepository documents;
    private final DocumentAnswers answers;
    private final ReadingWork reading;
    private final ReadingSettings settings;
    private final IdempotentAnswers kept;
    private final JsonMapper json;

    UploadAnswer(
            DocumentRepository documents,
            DocumentAnswers answers,
            ReadingWork reading,
            ReadingSettings settings,
            IdempotentAnswers kept,
            JsonMapper json) {
        this.documents = documents;
        this.answers = answers;
        this.reading = reading;
        this.settings = settings;
        this.kept = kept;
        this.json = json;
    }

    boolean isWaited(HttpServletRequest http, List<Received> received) {
        boolean hurried = Collections.list(http.getHeaders("Prefer")).stream()
                .anyMatch(prefer -> prefer.toLowerCase(Locale.ROOT).contains("respond-async"));
        return !hurried
                && settings.patience().compareTo(Duration.ZERO) > 0
                && received.stream()
                        .anyMatch(file -> file.stored().size() > 0
                                && isSmall(file.stored().size()));
    }

    private boolean isSmall(long size) {
        return size <= settings.patientUpTo().toBytes();
    }

    /** Which documents an answer for the time being is about, and for which of them it waits. */
    private record Counted(UUID id, boolean small) {}

    /** @param waits whether this is for the time being, and {@link #last} is to follow */
    Answer of(List<Document> counted, boolean waits) {
        return waits
                ? answer(
                        FOR_THE_TIME_BEING,
                        counted.stream()
                                .map(d -> new Counted(d.id(), isSmall(d.stored().size())))
                                .toList())
                : answer(HttpStatus.CREATED.value(), answers.ofGiver(counted));
    }

    private Answer answer(int status, List<?> body) {
        return new Answer(status, MediaType.APPLICATION_JSON_VALUE, null, json.writeValueAsBytes(body));
    }

    /** The answer to give; it waits for reading where the first one says so. Never inside a transaction. */
    Answer last(Answer first, @Nullable IdempotencyKey key) {
        if (first.status() != FOR_THE_TIME_BEING) {
            return first;
        }
        List<Counted> counted = json.readValue(first.body(), COUNTED);
        reading.await(counted.stream().filter(Counted::small).map(Counted::id).toList(), settings.patience());
        Answer last = of(inOrder(counted.stream().map(Counted::id).toList()), false);
        return key == null ? last : kept.settle(key, FOR_THE_TIME_BEING, last);
    }

    private List<Document> inOrder(List<UUID> ids) {
        Map<UUID, Document> found =
                documents.findByIdIn(ids).stream().collect(Collectors.toMap(Document::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }
}
