package io.tickmark.reporting;

import io.tickmark.scoping.Independence;
import io.tickmark.scoping.OwnConfirmation;
import org.springframework.stereotype.Component;

/** Each auditor confirms once more, for the whole engagement, before the report is dated. */
@Component
class ReconfirmIndependence extends OwnConfirmation {

    ReconfirmIndependence(Independence independence) {
        super(independence);
    }
}
