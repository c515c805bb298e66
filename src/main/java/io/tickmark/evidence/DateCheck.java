package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import io.tickmark.scoping.EvidenceKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether the dates that a file claims fit what it is evidence for. They are claims: a copy changes them, and anybody
 * can. So this asks, and never says that something is wrong.
 */
@Component
@Order(3)
class DateCheck implements FitnessCheck {

    private final RequestRepository requests;
    private final RequestTasks tasks;
    private final ReadingSettings settings;
    private final Clock clock;

    DateCheck(RequestRepository requests, RequestTasks tasks, ReadingSettings settings, Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Examined examined) {
        Contents contents = examined.read();
        UUID request = examined.document().request();
        if (contents == null || request == null) {
            return List.of();
        }
        Instant newest = Stream.of(contents.created(), contents.modified(), contents.captured())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return newest == null
                ? List.of()
                : requests.findById(request)
                        .map(asked -> judge(asked, LocalDate.ofInstant(newest, ZoneOffset.UTC), contents))
                        .orElse(List.of());
    }

    private List<Finding> judge(EvidenceRequest request, LocalDate newest, Contents contents) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = tasks.coversFrom(request.facts());
        LocalDate to = tasks.coversTo(request.facts());
        List<Finding> found = new ArrayList<>();
        if (newest.isAfter(today.plusDays(1))) {
            found.add(Finding.warning(
                    "dated-in-future",
                    "The file claims to be of " + newest
                            + ", which is still to come. Is the clock right where it was made?"));
        } else if (from == null || request.kind() == EvidenceKind.DOCUMENT) {
            if (newest.isBefore(oldest(from, today))) {
                found.add(Finding.warning(
                        "too-old",
                        "The file claims that it was last changed on " + newest + ", more than "
                                + settings.oldest().toDays()
                                + " days before what it is evidence for. Is it the one in force?"));
            }
        } else if (newest.isBefore(from)) {
            found.add(Finding.warning(
                    "outside-period",
                    "The file claims to be of " + newest + ", before the period from " + from
                            + " that it is evidence for. Is it last year's?"));
        } else if (to != null && newest.isAfter(to) && showsAMoment(request, contents)) {
            found.add(Finding.info(
                    "outside-period",
                    "The file claims to be of " + newest + ", after the period until " + to
                            + " that it is evidence for. Does it show what was so in the period?"));
        }
        return found;
    }

    private LocalDate oldest(@Nullable LocalDate from, LocalDate today) {
        LocalDate counted = from == null || from.isAfter(today) ? today : from;
        return counted.minusDays(settings.oldest().toDays());
    }

    /** A list is drawn when the period is over; a setting or a picture shows the day on which it was taken. */
    private static boolean showsAMoment(EvidenceRequest request, Contents contents) {
        return request.kind() == EvidenceKind.CONFIGURATION
                || contents.contentType().startsWith("image/");
    }
}
