package io.tickmark.scoping;

import io.tickmark.engagement.Category;
import org.jspecify.annotations.Nullable;

/**
 * A criterion of the engagement's categories; of a SOC 1 a control objective.
 *
 * @param category null for a control objective
 * @param applicable false where the client states why it does not apply (TSP 100 .11)
 * @param reason why it does not apply; empty where it does
 */
public record ScopedCriterion(
        String id, String title, @Nullable Category category, boolean applicable, String reason) {

    /** As a person picks it from a list. */
    public String label() {
        return id + " " + title;
    }
}
