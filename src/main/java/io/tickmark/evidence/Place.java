package io.tickmark.evidence;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is put: it answers a request, belongs to a task's work, or is made for the engagement as a whole.
 *
 * @param released whether the auditor sees it at once
 * @param confidential whether its request names who may see it, so that nobody else is told the document's name
 * @param collected what a script says of where it comes from; null for what a person gives
 */
record Place(
        EngagementId engagement,
        ClientId client,
        @Nullable UUID request,
        @Nullable String task,
        @Nullable String processInstance,
        MadeBy madeBy,
        Audience audience,
        boolean released,
        boolean confidential,
        @Nullable Collected collected) {

    Place(
            EngagementId engagement,
            ClientId client,
            @Nullable UUID request,
            @Nullable String task,
            @Nullable String processInstance,
            MadeBy madeBy,
            Audience audience,
            boolean released) {
        this(engagement, client, request, task, processInstance, madeBy, audience, released, false, null);
    }

    Place(
            EngagementId engagement,
            ClientId client,
            @Nullable UUID request,
            @Nullable String task,
            @Nullable String processInstance,
            MadeBy madeBy,
            Audience audience,
            boolean released,
            boolean confidential) {
        this(engagement, client, request, task, processInstance, madeBy, audience, released, confidential, null);
    }

    Place by(Collected script) {
        return new Place(
                engagement, client, request, task, processInstance, madeBy, audience, released, confidential, script);
    }
}
