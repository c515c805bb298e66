package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may know of which documents, and read them. */
@Component
class DocumentSight {

    private final RequestSight requestSight;
    private final RequestRepository requests;

    DocumentSight(RequestSight requestSight, RequestRepository requests) {
        this.requestSight = requestSight;
        this.requests = requests;
    }

    boolean sees(Actor actor, Document document) {
        if (!requestSight.seesEngagement(actor, document.engagement())) {
            return false;
        }
        if (actor.ofTheFirm()) {
            return document.isReleased();
        }
        return actor.id().equals(document.uploadedBy())
                || switch (document.audience()) {
                    case FIRM -> false;
                    case LEADS -> requestSight.leads(actor, document.engagement());
                    case REQUEST -> seesRequest(actor, document.request());
                };
    }

    private boolean seesRequest(Actor actor, @Nullable UUID request) {
        return request != null
                && requests.findById(request)
                        .filter(r -> requestSight.sees(actor, r))
                        .isPresent();
    }
}
