package io.tickmark.scoping;

import io.tickmark.engagement.Category;

/**
 * A criterion of the engagement's categories.
 *
 * @param applicable false where the client states why it does not apply (TSP 100 .11)
 * @param reason why it does not apply; empty where it does
 */
public record ScopedCriterion(String id, String title, Category category, boolean applicable, String reason) {

    /** As a person picks it from a list. */
    public String label() {
        return id + " " + title;
    }
}
