package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Malformed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Says how far a person has seen what others did. */
@RestController
class SeenApi {

    private final SeenTrail seen;

    SeenApi(SeenTrail seen) {
        this.seen = seen;
    }

    /** @param seen by engagement the number of the newest entry that was shown */
    record Seen(@Nullable Map<UUID, Long> seen) {}

    @PutMapping("/api/home/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Actor actor, @RequestBody Seen body) {
        if (body.seen() == null) {
            throw new Malformed("Say what was seen: {\"seen\": {engagement: seq}}");
        }
        Map<EngagementId, Long> upTo = new LinkedHashMap<>();
        body.seen().forEach((engagement, seq) -> upTo.put(new EngagementId(engagement), seq));
        seen.mark(actor, upTo);
    }
}
