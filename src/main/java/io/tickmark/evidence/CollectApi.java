package io.tickmark.evidence;

import io.tickmark.identity.CollectorTokens;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where scripts give evidence; outside of the request's transaction, since bytes go first. */
@RestController
class CollectApi {

    private final CollectorTable collectors;
    private final CollectPlaces places;
    private final Uploads uploads;
    private final Clock clock;

    CollectApi(CollectorTable collectors, CollectPlaces places, Uploads uploads, Clock clock) {
        this.collectors = collectors;
        this.places = places;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Answers the documents as an upload does; the very bytes that the request has already, as the document they are. */
    @PostMapping(CollectorTokens.ADDRESS)
    ResponseEntity<byte[]> collect(Actor maker, HttpServletRequest http) {
        Collector collector =
                collectors.find(CollectorTokens.of(http)).orElseThrow(() -> new NotFound("This collector is gone"));
        return UploadsApi.answer(
                uploads.take(http, maker, () -> places.of(collector, maker, CollectedEntry.read(http, clock))));
    }
}
