package io.tickmark.evidence;

import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.EvidenceKind;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a script says beside the bytes, each as a header or as a parameter of the address. The body is never looked at:
 * curl calls it a form, and asking the container for a parameter would use the file up.
 *
 * @param request a reference such as {@code R-12} or an id
 * @param kind narrows the requests of a control
 * @param day when it was extracted, in UTC
 * @param from first day that it covers, where that was said; {@code to} the last
 */
record CollectedEntry(
        String source,
        @Nullable String query,
        Instant extractedAt,
        @Nullable String control,
        @Nullable String request,
        @Nullable EvidenceKind kind,
        LocalDate day,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final List<String> HEADERS = List.of(
            "X-Source",
            "X-Query",
            "X-Extracted-At",
            "X-Control",
            "X-Request",
            "X-Kind",
            "X-Covers-From",
            "X-Covers-To");

    private static final int LONGEST = 8000;

    /** Clocks of machines differ. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    /** Throws {@link Refused} with every field that is missing or wrong. */
    static CollectedEntry read(HttpServletRequest http, Clock clock) {
        return new Reading(http, clock).read();
    }

    private static final class Reading {

        private final HttpServletRequest http;
        private final Clock clock;
        private final List<Refusal> refusals = new ArrayList<>();

        Reading(HttpServletRequest http, Clock clock) {
            this.http = http;
            this.clock = clock;
        }

        CollectedEntry read() {
            String source = text("source", "X-Source").orElse(null);
            if (source == null) {
                refuse("source", "Say which system it was taken from, in the header X-Source or as ?source=");
            }
            String query = text("query", "X-Query").orElse(null);
            Instant at = extracted();
            EvidenceKind kind = text("kind", "X-Kind").map(this::kind).orElse(null);
            LocalDate from = day("from", "X-Covers-From");
            LocalDate to = day("to", "X-Covers-To");
            if (from != null && to != null && to.isBefore(from)) {
                refuse("to", "It cannot end before it begins on " + from);
            }
            if (source == null || at == null || !refusals.isEmpty()) {
                throw new Refused(refusals);
            }
            return new CollectedEntry(
                    source,
                    query,
                    at,
                    text("control", "X-Control").orElse(null),
                    text("request", "X-Request").orElse(null),
                    kind,
                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                    from,
                    to);
        }

        private @Nullable Instant extracted() {
            Optional<String> said = text("extractedAt", "X-Extracted-At");
            try {
                Instant at = said.map(OffsetDateTime::parse)
                        .map(OffsetDateTime::toInstant)
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                        .orElse(null);
                if (at == null) {
                    refuse("extractedAt", "Say when it was taken, in the header X-Extracted-At or as ?extractedAt=");
                } else if (at.isAfter(clock.instant().plus(AHEAD))) {
                    refuse("extractedAt", "It cannot have been taken in the future; here it is " + clock.instant());
                }
                return at;
            } catch (DateTimeException other) {
                refuse("extractedAt", "'" + said.orElse("") + "' is no time as 2026-03-31T06:00:00Z");
                return null;
            }
        }

        private @Nullable EvidenceKind kind(String word) {
            Optional<EvidenceKind> known = Arrays.stream(EvidenceKind.values())
                    .filter(kind -> kind.name().equalsIgnoreCase(word))
                    .findFirst();
            if (known.isEmpty()) {
                refuse("kind", "One of " + Arrays.toString(EvidenceKind.values()));
            }
            return known.orElse(null);
        }

        private @Nullable LocalDate day(String parameter, String header) {
            Optional<String> said = text(parameter, header);
            try {
                return said.map(LocalDate::parse).orElse(null);
            } catch (DateTimeException other) {
                refuse(parameter, "'" + said.orElse("") + "' is no day as 2026-03-31");
                return null;
            }
        }

        private void refuse(String field, String message) {
            refusals.add(new Refusal(field, message));
        }

        private Optional<String> text(String parameter, String header) {
            String address = http.getQueryString();
            String sent = address == null
                    ? null
                    : UriComponentsBuilder.newInstance()
                            .query(address)
                            .build()
                            .getQueryParams()
                            .getFirst(parameter);
            String said = http.getHeader(header);
            Optional<String> text = Optional.ofNullable(
                            sent != null ? UriUtils.decode(sent.replace('+', ' '), StandardCharsets.UTF_8) : utf8(said))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty());
            if (text.filter(one -> one.length() > LONGEST
                            || one.chars().anyMatch(sign -> sign < ' ' && !Character.isWhitespace(sign)))
                    .isPresent()) {
                refuse(parameter, "Write at most " + LONGEST + " characters of plain text");
                return Optional.empty();
            }
            return text;
        }

        /** The container reads headers as ISO 8859-1. */
        private static @Nullable String utf8(@Nullable String header) {
            return header == null
                    ? null
                    : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }
}
