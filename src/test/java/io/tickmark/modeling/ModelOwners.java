package io.tickmark.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import io.tickmark.kernel.ClientId;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Two process owners and a colleague without that right, who change the models over HTTP and put everything back. */
final class ModelOwners {

    private static final String PASSWORD = "tickmark";

    private final int port;
    private final People people;
    private final Bundles bundles;
    private final ShippedModels shipped;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    final Caller owner;
    final Caller second;
    final Caller staff;
    final String ownerName = "owner-" + mark;
    final String secondName = "second-" + mark;

    ModelOwners(int port, People people, Bundles bundles, ShippedModels shipped) {
        this.port = port;
        this.people = people;
        this.bundles = bundles;
        this.shipped = shipped;
        this.owner = person(ownerName, null, "process-owner");
        this.second = person(secondName, null, "process-owner");
        this.staff = person("staff-" + mark, null, "audit-staff");
    }

    Caller person(String username, @Nullable ClientId client, String function) {
        people.create(new NewPerson(username, "Person " + function, client, Set.of(function)), PASSWORD);
        return Caller.basic(port, username, PASSWORD);
    }

    Caller ofClient(ClientId client) {
        return person("sponsor-" + mark, client, "client-sponsor");
    }

    /** A multipart body under construction. */
    static final class Form {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Form file(String name, byte[] bytes) {
            return part("file", name, bytes);
        }

        Form file(String name, String text) {
            return file(name, text.getBytes(StandardCharsets.UTF_8));
        }

        Form part(String part, String name, byte[] bytes) {
            write("--cut\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.writeBytes(bytes);
            write("\r\n");
            return this;
        }

        Form field(String name, String value) {
            write("--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
            return this;
        }

        Reply to(Caller caller, String path) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(body.toByteArray());
            whole.writeBytes("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
            return caller.send(
                    "POST", path, BodyPublishers.ofByteArray(whole.toByteArray()), "multipart/form-data; boundary=cut");
        }

        private void write(String text) {
            body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Form form() {
        return new Form();
    }

    /** The release's id; it must have been taken. */
    static String taken(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        assertThat(reply.json().path("state").asString()).isEqualTo("waiting");
        JsonNode answer = reply.json();
        return answer.path("release").asString(answer.path("id").asString());
    }

    String submitted(Caller by, String name, String text) {
        return taken(form().file(name, text).field("note", "A test's change").to(by, "/api/models"));
    }

    Reply decide(Caller by, String release, String what) {
        return by.post("/api/releases/" + release + "/" + what, "{}");
    }

    void approved(Caller by, String release) {
        Reply reply = decide(by, release, "approve");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("state").asString()).isEqualTo("live");
    }

    String state(String release) {
        return one(release).path("state").asString();
    }

    JsonNode one(String release) {
        return owner.get("/api/releases/" + release).json();
    }

    String live(String name) {
        byte[] bytes = bundles.files(bundles.live()).get(ModelName.path(name));
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The live text with a piece of it replaced, which must be there. */
    String changed(String name, String piece, String by) {
        String text = live(name);
        assertThat(text).contains(piece);
        return text.replace(piece, by);
    }

    Map<String, Integer> files() {
        Map<String, Integer> hashes = new LinkedHashMap<>();
        bundles.files(bundles.live()).forEach((name, bytes) -> hashes.put(name, Arrays.hashCode(bytes)));
        return hashes;
    }

    /** Other tests find the models that the product ships, whatever was tried here. */
    void putBack() {
        owner.get("/api/releases?limit=200").json().path("items").forEach(release -> {
            if (release.path("state").asString().equals("waiting")) {
                Caller decider = release.path("submittedBy").asString("").equals(ownerName) ? second : owner;
                decider.post("/api/releases/" + release.path("id").asString() + "/reject", "{\"reason\":\"Over\"}");
            }
        });
        ModelSet now = ModelSet.ofBundle(bundles.files(bundles.live()));
        ModelSet wanted = ModelSet.ofBundle(shipped.files());
        Form form = form();
        var changes = wanted.changesFrom(now);
        for (FileChange change : changes) {
            byte[] content = change.content();
            form = content == null ? form.field("remove", change.name()) : form.file(change.name(), content);
        }
        if (!changes.isEmpty()) {
            approved(second, taken(form.to(owner, "/api/models")));
        }
    }
}
