package io.tickmark.engagement;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement begins with.
 *
 * @param reports may be empty: scoping decides then
 * @param team people by role
 * @param previous the engagement this one renews, or null
 */
public record Proposal(
        ClientId client,
        String title,
        List<ReportPlan> reports,
        Map<String, List<PersonId>> team,
        @Nullable LocalDate neededBy,
        @Nullable EngagementId previous) {}
