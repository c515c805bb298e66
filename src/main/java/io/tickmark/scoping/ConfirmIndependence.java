package io.tickmark.scoping;

import org.springframework.stereotype.Component;

/** Each auditor confirms before the firm accepts, and whoever joins later when joining. */
@Component
class ConfirmIndependence extends OwnConfirmation {

    ConfirmIndependence(Independence independence) {
        super(independence);
    }
}
