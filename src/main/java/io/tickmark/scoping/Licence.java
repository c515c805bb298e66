package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The audit firm's licence as it was confirmed for an engagement, by the partner who answers for it. One that runs out
 * on the way is renewed in the task that would need it: without one, nobody accepts and nobody signs.
 */
@Component
public class Licence {

    private static final List<String> CONFIRMED_IN = List.of("ConfirmLicence", "AcceptEngagement", "SignReport");

    private final EngagementFile file;
    private final FirmLicence firm;
    private final Clock clock;

    Licence(EngagementFile file, FirmLicence firm, Clock clock) {
        this.file = file;
        this.firm = firm;
        this.clock = clock;
    }

    /** The days on which a licence is known to be valid, both included. */
    private record Validity(LocalDate from, LocalDate until) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** The last day of the licence that covers the given one; where none does, of the one that ran out last. */
    public Optional<LocalDate> until(EngagementId engagement, @Nullable LocalDate day) {
        List<Validity> confirmed = confirmed(engagement);
        return confirmed.stream()
                .filter(licence -> day != null && licence.covers(day))
                .findFirst()
                .or(() -> confirmed.stream()
                        .filter(licence -> day == null || licence.until().isBefore(day))
                        .max(Comparator.comparing(Validity::until)))
                .map(Validity::until);
    }

    private List<Validity> confirmed(EngagementId engagement) {
        return CONFIRMED_IN.stream()
                .flatMap(phrase -> file.all(engagement, phrase).stream())
                .flatMap(record -> validity(record.answers(), record.completedAt()))
                .toList();
    }

    /** Confirmed without a first day, it was valid on the day of the confirmation. */
    private static Stream<Validity> validity(Answers answers, Instant confirmed) {
        LocalDate from = answers.date("licenceValidFrom");
        LocalDate until = answers.date("licenceValidUntil");
        return until == null
                ? Stream.empty()
                : Stream.of(new Validity(from == null ? LocalDate.ofInstant(confirmed, ZoneOffset.UTC) : from, until));
    }

    /** As it was confirmed last; empty before that. */
    public String number(EngagementId engagement) {
        return CONFIRMED_IN.stream()
                .flatMap(phrase -> file.all(engagement, phrase).stream())
                .filter(record -> !record.answers().text("licenceNumber").isEmpty())
                .max(Comparator.comparing(TaskRecord::completedAt))
                .map(record -> record.answers().text("licenceNumber"))
                .orElse("");
    }

    /** What a form opens with where the licence on file does not cover the day; nothing where it does. */
    public Map<String, Object> toRenew(EngagementId engagement, LocalDate day) {
        Map<String, Object> data = new LinkedHashMap<>();
        Optional<LocalDate> until = until(engagement, day);
        if (until.filter(last -> !last.isBefore(day)).isPresent()) {
            return data;
        }
        data.put("licence", "lapsed");
        data.put("licenceNumber", firm.licenceNumber());
        data.put("licenceJurisdiction", firm.jurisdiction());
        until.ifPresent(last -> data.put("licenceValidFrom", last.plusDays(1)));
        if (!firm.validUntil().isBefore(day)) {
            data.put("licenceValidUntil", firm.validUntil());
        }
        return data;
    }

    /** Refuses a renewal that does not cover the day and today; nothing where none was needed. */
    public List<Refusal> refusals(EngagementId engagement, LocalDate day, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        if (toRenew(engagement, day).isEmpty()) {
            return refusals;
        }
        LocalDate from = answers.date("licenceValidFrom");
        if (from == null || from.isAfter(day)) {
            refusals.add(new Refusal(
                    "licenceValidFrom",
                    "The licence on file ran out: its renewal must be valid on " + day + " already"));
        }
        LocalDate until = answers.date("licenceValidUntil");
        if (until == null || until.isBefore(day) || until.isBefore(today())) {
            refusals.add(
                    new Refusal("licenceValidUntil", "The renewed licence must be valid on " + day + " and today"));
        }
        return refusals;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
