package io.tickmark.migration;

import io.tickmark.workflow.Obstacle;
import java.util.List;

/**
 * What would happen, or happened.
 *
 * @param movable how many of the engagements could go
 * @param moved how many went; 0 in a dry run
 */
record MigrationAnswer(
        String key, int from, int to, boolean dryRun, int movable, int moved, List<Engagement> engagements) {

    /**
     * @param instances how many process instances run for it, called ones included
     * @param obstacles what keeps it where it is; none where it can go
     */
    record Engagement(
            String engagement, String title, int instances, boolean movable, boolean moved, List<Obstacle> obstacles) {}
}
