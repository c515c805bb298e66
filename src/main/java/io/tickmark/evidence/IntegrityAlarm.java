package io.tickmark.evidence;

import io.tickmark.storage.IntegrityFailure;
import io.tickmark.trail.Trail;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts into the trail that a document is not what was taken in, whatever becomes of the read that found it. */
@Component
class IntegrityAlarm {

    private final Trail trail;

    IntegrityAlarm(Trail trail) {
        this.trail = trail;
    }

    /** In a transaction of its own: the one that reads is refused. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void raise(Document document, IntegrityFailure failure) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", document.id());
        facts.put("name", document.name());
        facts.put("sha256", document.stored().sha256());
        facts.put("found", String.valueOf(failure.getMessage()));
        trail.record(document.engagement(), "integrity-failure", null, facts);
    }
}
