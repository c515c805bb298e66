package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller.Reply;
import io.tickmark.kills.Deed.Kind;
import io.tickmark.trail.Checkpoint;
import io.tickmark.trail.TrailVerifier;
import io.tickmark.trail.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the application says once it runs again. */
final class Recovery {

    private final World world;
    private final Ledger ledger;
    private final Map<String, Checkpoint> kept = new HashMap<>();
    private int resolved;
    private int wereDone;

    Recovery(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    /** Whoever got no answer asks again with his key; whoever got one gets the same again. */
    void theSameKeysGetTheSameAnswers() {
        for (Deed deed : ledger.unanswered()) {
            Reply reply = world.send(deed);
            assertThat(reply.status()).as("%s, asked again", deed).isLessThan(500);
            deed.answered(reply);
            resolved++;
            wereDone += deed.taken() ? 1 : 0;
        }
        for (Deed deed : ledger.sinceLast()) {
            Reply first = deed.answer();
            if (first != null && deed.taken()) {
                Reply again = world.send(deed);
                assertThat(again.status()).as("%s, asked again", deed).isEqualTo(first.status());
                assertThat(again.body()).as("%s, asked again", deed).isEqualTo(first.body());
                if (deed.kind() == Kind.UPLOAD) {
                    isReadable(deed, first);
                }
            }
        }
    }

    private void isReadable(Deed deed, Reply upload) {
        for (JsonNode document : upload.json()) {
            Reply content = world.get(
                    deed.person(), "/api/documents/" + document.path("id").asString() + "/content");
            assertThat(content.status()).as("the content of %s", deed).isEqualTo(200);
            assertThat(document.path("size").asInt()).isEqualTo(deed.body().length);
        }
    }

    /** Each trail is whole, and continues what was kept of it before the kill. */
    void theTrailsVerify() {
        for (JsonNode engagement : engagements()) {
            String id = engagement.path("id").asString();
            byte[] export = world.get("audit-manager", "/api/engagements/" + id + "/trail?format=export")
                    .body()
                    .getBytes(StandardCharsets.UTF_8);
            try {
                Verification found = TrailVerifier.verify(new ByteArrayInputStream(export), kept.get(id));
                assertThat(found).as("the trail of %s", id).isInstanceOf(Verification.Sound.class);
                kept.put(id, ((Verification.Sound) found).head());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private List<JsonNode> engagements() {
        List<JsonNode> all = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = World.ok(world.get(
                    "audit-manager", "/api/engagements?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            page.path("items").forEach(all::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    /** Each task that an answer named as following is open, or was completed since. */
    void whatFollowsIsThere() {
        Set<String> known = new HashSet<>();
        ledger.taken(Kind.COMPLETION).forEach(deed -> known.add(deed.about()));
        for (String person : world.people()) {
            String cursor = "";
            do {
                JsonNode page = World.ok(
                        world.get(person, "/api/tasks?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
                page.path("items").forEach(task -> known.add(task.path("id").asString()));
                cursor = page.path("next").asString("");
            } while (!cursor.isEmpty());
        }
        for (Deed deed : ledger.taken(Kind.COMPLETION)) {
            Reply reply = deed.answer();
            if (reply != null) {
                reply.json().path("next").forEach(next -> assertThat(known)
                        .as("what follows %s", deed)
                        .contains(next.path("id").asString()));
            }
        }
    }

    String told() {
        return resolved + " calls without an answer were asked again, " + wereDone + " of them are done";
    }
}
