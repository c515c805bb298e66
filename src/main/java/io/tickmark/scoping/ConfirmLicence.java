package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Only a licensed CPA firm may issue a report, so the licence comes before acceptance. */
@Component
class ConfirmLicence implements TaskRules {

    private final FirmLicence licence;
    private final Clock clock;

    ConfirmLicence(FirmLicence licence, Clock clock) {
        this.licence = licence;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of(
                "licenceNumber",
                licence.licenceNumber(),
                "licenceJurisdiction",
                licence.jurisdiction(),
                "licenceValidUntil",
                licence.validUntil());
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return validToday(answers.date("licenceValidUntil"))
                ? List.of()
                : List.of(new Refusal(
                        "licenceValidUntil",
                        "The licence must be valid today: without a valid one the firm may not take the engagement"));
    }

    private boolean validToday(@Nullable LocalDate until) {
        return until != null && !until.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
