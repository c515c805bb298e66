package io.tickmark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tickmark.kernel.Refused;
import io.tickmark.sheets.SheetCorner;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.IntegrityFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A look at a document without opening it: a list as a table, everything else by the text that was read from it. A
 * picture is shown by its own bytes, which browsers draw and never run.
 */
@Component
class DocumentPreview {

    static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_TEXT = 200_000;
    /** A workbook is read as a whole before its first row is known. */
    private static final long LARGEST_LIST = 8L << 20;

    /** A small workbook may unpack to 64 MiB, which is some hundred in memory while it is read. */
    static final int LISTS_AT_ONCE = 2;

    private static final int MOST_SECONDS_OF_WAITING = 10;

    private static final Set<String> LISTS =
            Set.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final DocumentStore store;
    private final Readings readings;
    private final ReadingParts parts;
    private final ReadingQueue queue;
    private final SearchableEvidence texts;
    private final IntegrityAlarm alarm;
    private final Semaphore turns = new Semaphore(LISTS_AT_ONCE, true);

    DocumentPreview(
            DocumentStore store,
            Readings readings,
            ReadingParts parts,
            ReadingQueue queue,
            SearchableEvidence texts,
            IntegrityAlarm alarm) {
        this.store = store;
        this.readings = readings;
        this.parts = parts;
        this.queue = queue;
        this.texts = texts;
        this.alarm = alarm;
    }

    /**
     * What there is to see.
     *
     * @param kind {@code picture}, {@code table}, {@code text} or {@code none}
     * @param rows of a table, the first often its heading
     * @param pages of a document that has pages
     * @param mail what a mail says of itself, as claimed
     * @param more whether there is more of it in the file
     * @param reason why there is nothing to see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Look(
            String kind,
            @Nullable List<List<String>> rows,
            @Nullable String text,
            @Nullable Integer pages,
            @Nullable List<DocumentMetadata.MailHeader> mail,
            boolean more,
            @Nullable String reason) {

        /** Whether it hands out some of what stands in the document. */
        boolean tells() {
            return rows != null || text != null;
        }
    }

    /** Of a document that may be handed out; not within a transaction, for the store is asked. */
    Look of(Document document) {
        if (PICTURES.contains(document.contentType())) {
            return new Look("picture", null, null, null, null, false, null);
        }
        return table(document).or(() -> text(document)).orElseGet(() -> nothing(document));
    }

    private Optional<Look> table(Document document) {
        boolean list = LISTS.contains(document.contentType())
                || document.name().toLowerCase(Locale.ROOT).endsWith(".csv");
        if (!list || document.stored().size() > LARGEST_LIST) {
            return Optional.empty();
        }
        if (!isOurTurn()) {
            String busy = "Many lists are being looked at just now; look again in a moment.";
            return Optional.of(new Look("none", null, null, null, null, false, busy));
        }
        try {
            return corner(document);
        } finally {
            turns.release();
        }
    }

    private boolean isOurTurn() {
        try {
            return turns.tryAcquire(MOST_SECONDS_OF_WAITING, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Look> corner(Document document) {
        try (InputStream bytes = store.read(document.key(), document.stored())) {
            SheetCorner corner = SheetCorner.of(bytes.readAllBytes(), MOST_ROWS, MOST_COLUMNS);
            return corner.rows().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Look("table", corner.rows(), null, null, null, corner.more(), null));
        } catch (IntegrityFailure broken) {
            alarm.raise(document, broken);
            throw broken;
        } catch (Refused noList) {
            // its text may have been read all the same
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Optional<Look> text(Document document) {
        String text = texts.texts(List.of(document.id())).get(document.id());
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        boolean cut = text.length() > MOST_TEXT;
        Reading reading = readings.find(document.id()).orElse(null);
        List<DocumentMetadata.MailHeader> mail = parts.of(document.id()).stream()
                .filter(part -> part.kind().equals(ReadingParts.MAIL))
                .map(part ->
                        new DocumentMetadata.MailHeader(part.name(), Objects.requireNonNullElse(part.content(), "")))
                .toList();
        return Optional.of(new Look(
                "text",
                null,
                cut ? whole(text) : text,
                reading == null ? null : reading.pages(),
                mail.isEmpty() ? null : mail,
                cut || (reading != null && reading.cut()),
                null));
    }

    /** Not cut within a character. */
    private static String whole(String text) {
        int end = Character.isHighSurrogate(text.charAt(MOST_TEXT - 1)) ? MOST_TEXT - 1 : MOST_TEXT;
        return text.substring(0, end);
    }

    private Look nothing(Document document) {
        String reason = queue.waits(List.of(document.id()))
                ? "It is still being read; look again in a moment."
                : readings.find(document.id())
                        .map(Reading::reason)
                        .map(why -> "It could not be read: " + why)
                        .orElse("There is no text in it that could be shown.");
        return new Look("none", null, null, null, null, false, reason);
    }
}
