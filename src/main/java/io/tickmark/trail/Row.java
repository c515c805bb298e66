package io.tickmark.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry before its hash, time and facts still text. What a row says is exported as it stands: a trail spoiled with
 * SQL must come out spoiled, not fail to come out.
 */
record Row(
        String engagement,
        long seq,
        String at,
        String actor,
        String actorName,
        String event,
        String facts,
        String previous) {

    static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("engagement_id"),
                row.getLong("seq"),
                row.getString("recorded_at"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("event_name"),
                row.getString("facts"),
                row.getString("previous_hash"));
    }

    /** What is hashed. */
    String canonical() {
        return json(null);
    }

    /** The canonical form of the whole entry: its line in an export. */
    String line(String hash) {
        return json(hash);
    }

    private String json(@Nullable String hash) {
        StringBuilder out = new StringBuilder(facts.length() + 400);
        out.append("{\"actor\":").append(CanonicalJson.of(actor));
        out.append(",\"actorName\":").append(CanonicalJson.of(actorName));
        out.append(",\"at\":").append(CanonicalJson.of(at));
        out.append(",\"engagement\":").append(CanonicalJson.of(engagement));
        out.append(",\"event\":").append(CanonicalJson.of(event));
        out.append(",\"facts\":").append(facts);
        if (hash != null) {
            out.append(",\"hash\":").append(CanonicalJson.of(hash));
        }
        out.append(",\"previous\":").append(CanonicalJson.of(previous));
        out.append(",\"seq\":").append(seq);
        return out.append('}').toString();
    }

    Entry entry(String hash) {
        return entry(hash, readFacts());
    }

    /** @param plain what {@link #facts} says, where the caller knows it */
    Entry entry(String hash, Map<String, @Nullable Object> plain) {
        return new Entry(engagement, seq, readAt(), actor, actorName, event, plain, previous, hash);
    }

    private Instant readAt() {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException spoiled) {
            return Instant.EPOCH;
        }
    }

    private Map<String, @Nullable Object> readFacts() {
        try {
            return JsonText.object(facts);
        } catch (Unreadable spoiled) {
            return Map.of("unreadable", facts);
        }
    }
}
