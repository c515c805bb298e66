package io.tickmark.engagement;

/** Whose people may hold a role. */
enum Side {
    FIRM,
    CLIENT,
    EITHER
}
