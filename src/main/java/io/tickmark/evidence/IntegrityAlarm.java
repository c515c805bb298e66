package io.tickmark.evidence;

import io.tickmark.storage.IntegrityFailure;
import io.tickmark.trail.Trail;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts into the trail that a document is not what was taken in, whatever becomes of the read that found it; once, until
 * it is found whole again.
 */
@Component
class IntegrityAlarm {

    private final Trail trail;
    private final IntegrityFindings findings;
    private final DocumentRepository documents;
    private final RequestRepository requests;

    IntegrityAlarm(Trail trail, IntegrityFindings findings, DocumentRepository documents, RequestRepository requests) {
        this.trail = trail;
        this.documents = documents;
        this.findings = findings;
        this.requests = requests;
    }

    /** In a transaction of its own: the one that reads is refused. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void raise(Document document, IntegrityFailure failure) {
        if (isPurged(document)) {
            return;
        }
        if (findings.add(document, String.valueOf(failure.getMessage()))) {
            Map<String, Object> facts = facts(document);
            facts.put("found", String.valueOf(failure.getMessage()));
            trail.record(document.engagement(), "integrity-failure", null, facts);
        }
    }

    /** The document was read from its first byte to its last, and all is as it was taken in. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void isWhole(Document document) {
        if (findings.clear(document)) {
            trail.record(document.engagement(), "integrity-restored", null, facts(document));
        }
    }

    /** Somebody may have begun to read it before two people took it out. */
    private boolean isPurged(Document document) {
        return documents
                .findById(document.id())
                .filter(now -> now.state() == DocumentState.PURGED)
                .isPresent();
    }

    private Map<String, Object> facts(Document document) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", document.id());
        if (!requests.isConfidential(document.request())) {
            facts.put("name", document.name());
        }
        facts.put("sha256", document.stored().sha256());
        return facts;
    }
}
