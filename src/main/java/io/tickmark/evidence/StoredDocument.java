package io.tickmark.evidence;

import io.tickmark.storage.DocumentKey;
import java.util.UUID;

/** A document of the application's making whose bytes are in the store and which does not count yet. */
public final class StoredDocument {

    private final Place place;
    private final Received received;

    StoredDocument(Place place, Received received) {
        this.place = place;
        this.received = received;
    }

    /** Its id from the moment it counts. */
    public UUID id() {
        return received.id();
    }

    Place place() {
        return place;
    }

    Received received() {
        return received;
    }

    DocumentKey key() {
        return new DocumentKey(place.engagement(), received.id());
    }
}
