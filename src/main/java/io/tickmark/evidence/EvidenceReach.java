package io.tickmark.evidence;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a person may see in all engagements at once: the same rights as {@link DocumentSight} tells for one,
 * in sets that a query can be made of. Taken from the database each time: a person who left a team reaches nothing more.
 *
 * @param client the client whose person it is, or null for the firm's
 * @param everywhere whether a function lets the person into every engagement: of the firm, or of the client
 * @param known engagements of whose team the person is, in whatever role
 * @param all engagements in which the person sees every request that is not confidential
 * @param leads engagements that the person leads at the client
 * @param owns engagements in which a client's person sees the requests that are his own and those that are nobody's
 * @param audits engagements of whose auditors the person is, so that confidential requests are seen too
 */
public record EvidenceReach(
        PersonId person,
        @Nullable ClientId client,
        boolean everywhere,
        Set<EngagementId> known,
        Set<EngagementId> all,
        Set<EngagementId> leads,
        Set<EngagementId> owns,
        Set<EngagementId> audits) {

    public boolean ofTheFirm() {
        return client == null;
    }

    boolean sees(SearchableDocument document) {
        EngagementId engagement = document.engagement();
        if (!knows(document)) {
            return false;
        }
        if (document.confidential()) {
            return ofTheFirm()
                    ? document.released() && audits.contains(engagement)
                    : document.audience() == Audience.REQUEST
                            && isNamed(document)
                            && (seesRequests(engagement) || isGiver(document));
        }
        if (ofTheFirm()) {
            return everywhere || all.contains(engagement) ? document.released() : isGiver(document);
        }
        if (isGiver(document)) {
            return true;
        }
        return switch (document.audience()) {
            case FIRM -> false;
            case LEADS -> everywhere || leads.contains(engagement);
            case REQUEST -> seesRequest(document);
        };
    }

    /** Whether the request that the document answers may be named to the person; false where it answers none. */
    boolean seesRequest(SearchableDocument document) {
        EngagementId engagement = document.engagement();
        if (document.request() == null || !knows(document)) {
            return false;
        }
        if (document.confidential()) {
            return ofTheFirm() ? audits.contains(engagement) : isNamed(document) && seesRequests(engagement);
        }
        boolean own = document.owner() == null || person.equals(document.owner());
        return everywhere || all.contains(engagement) || (owns.contains(engagement) && own);
    }

    private boolean knows(SearchableDocument document) {
        return (client == null || client.equals(document.client()))
                && (everywhere || known.contains(document.engagement()));
    }

    private boolean seesRequests(EngagementId engagement) {
        return everywhere || all.contains(engagement) || owns.contains(engagement);
    }

    private boolean isGiver(SearchableDocument document) {
        return person.equals(document.uploadedBy());
    }

    private boolean isNamed(SearchableDocument document) {
        return person.equals(document.owner()) || document.readers().contains(person);
    }
}
