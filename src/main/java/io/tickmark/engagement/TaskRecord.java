package io.tickmark.engagement;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.workflow.Answers;
import java.time.Instant;
import java.util.UUID;

/**
 * What one person answered on one completed task.
 *
 * @param phrase the task's phrase, such as {@code AssessRisk}
 * @param subject what the task was about, such as the id of an evidence request; empty for the engagement itself
 * @param signed whether the answers carry a signature
 */
public record TaskRecord(
        UUID id,
        EngagementId engagement,
        String phrase,
        String taskName,
        String process,
        String subject,
        String role,
        PersonId person,
        String personName,
        Instant completedAt,
        boolean signed,
        Answers answers) {}
