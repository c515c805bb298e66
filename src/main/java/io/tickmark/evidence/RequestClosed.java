package io.tickmark.evidence;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;
import java.util.List;
import java.util.UUID;

/**
 * Nothing more is expected on a request.
 *
 * @param controls references of the controls it serves
 * @param accepted false where it was withdrawn
 */
public record RequestClosed(EngagementId engagement, UUID request, List<String> controls, boolean accepted)
        implements DomainEvent {

    public RequestClosed {
        controls = List.copyOf(controls);
    }
}
