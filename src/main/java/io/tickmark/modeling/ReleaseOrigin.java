package io.tickmark.modeling;

import java.util.Locale;

/** Who made a release: a process owner, or a new version of the product. */
enum ReleaseOrigin {
    OWNER,
    PRODUCT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
