package io.tickmark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of a document: what was seen of it, and apart from that what it claims of itself. */
@Component
class DocumentMetadata {

    private final Readings readings;
    private final ReadingParts parts;
    private final ReadingQueue queue;

    DocumentMetadata(Readings readings, ReadingParts parts, ReadingQueue queue) {
        this.readings = readings;
        this.parts = parts;
        this.queue = queue;
    }

    /**
     * The answer.
     *
     * @param reading how far reading has come: {@code waiting}, {@code read}, {@code unreadable} or {@code none}
     * @param found what was seen by looking into the file
     * @param claimed what the file says of itself, which nobody has checked and anybody can write into it
     */
    record Answer(
            UUID id,
            String name,
            long size,
            String contentType,
            String sha256,
            State reading,
            Scanned malware,
            @Nullable Found found,
            Map<String, String> claimed,
            List<MailHeader> claimedMail) {}

    /** @param reason why it could not be read */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            String state, @Nullable Instant at, @Nullable String reason) {}

    /** @param detail the malware's name, or why it was not scanned */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scanned(String state, @Nullable String detail) {}

    /** A header of a mail, as claimed. */
    record MailHeader(String name, String text) {}

    /** @param rows those with something in them, a heading included */
    record SheetRows(String name, long rows) {}

    /** @param size in bytes, as the archive claims */
    record EntryName(String name, @Nullable Long size) {}

    /** @param complete false where a limit left something out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            @Nullable String contentType,
            @Nullable Integer pages,
            List<SheetRows> sheets,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String language,
            boolean encrypted,
            boolean macros,
            int entryCount,
            List<EntryName> entries,
            boolean complete) {}

    Answer of(Document document) {
        DocumentFacts facts = document.facts();
        Reading reading = readings.find(document.id()).orElse(null);
        List<ReadingParts.Part> all = reading == null ? List.of() : parts.of(document.id());
        return new Answer(
                facts.id(),
                facts.name(),
                facts.size(),
                facts.contentType(),
                facts.sha256(),
                state(document, reading),
                new Scanned(
                        document.malware().word(),
                        reading == null || Objects.equals(reading.malwareDetail(), "")
                                ? null
                                : reading.malwareDetail()),
                reading == null ? null : found(reading, all),
                reading == null ? Map.of() : claimed(reading),
                of(all, ReadingParts.MAIL).stream()
                        .map(part -> new MailHeader(part.name(), Objects.requireNonNullElse(part.content(), "")))
                        .toList());
    }

    private State state(Document document, @Nullable Reading reading) {
        if (queue.waits(List.of(document.id()))) {
            return new State("waiting", null, null);
        }
        DocumentState state = document.reading();
        return new State(
                state == null ? "none" : state.word(),
                reading == null ? null : reading.at(),
                reading == null ? null : reading.reason());
    }

    private static List<ReadingParts.Part> of(List<ReadingParts.Part> all, String kind) {
        return all.stream().filter(part -> part.kind().equals(kind)).toList();
    }

    private static Found found(Reading reading, List<ReadingParts.Part> all) {
        List<SheetRows> sheets = new ArrayList<>();
        of(all, ReadingParts.SHEET)
                .forEach(p -> sheets.add(new SheetRows(p.name(), Objects.requireNonNullElse(p.amount(), 0L))));
        return new Found(
                reading.contentType(),
                reading.pages(),
                sheets,
                reading.width(),
                reading.height(),
                reading.language(),
                reading.encrypted(),
                reading.macros(),
                reading.entryCount(),
                of(all, ReadingParts.ENTRY).stream()
                        .map(part -> new EntryName(part.name(), part.amount()))
                        .toList(),
                !reading.cut());
    }

    private static Map<String, String> claimed(Reading reading) {
        Map<String, String> claimed = new LinkedHashMap<>();
        put(claimed, "title", reading.title());
        put(claimed, "author", reading.author());
        put(claimed, "created", reading.created());
        put(claimed, "modified", reading.modified());
        put(claimed, "captured", reading.captured());
        put(claimed, "camera", reading.camera());
        return claimed;
    }

    private static void put(Map<String, String> claimed, String name, @Nullable Object said) {
        if (said != null) {
            claimed.put(name, said.toString());
        }
    }
}
