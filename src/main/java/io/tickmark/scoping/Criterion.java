package io.tickmark.scoping;

import io.tickmark.engagement.Category;

/** One of the trust services criteria, titled in our own words. */
record Criterion(String id, Category category, String series, String title) {

    String label() {
        return id + " " + title;
    }
}
