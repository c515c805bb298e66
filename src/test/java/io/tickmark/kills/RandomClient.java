package io.tickmark.kills;

import io.tickmark.Caller.Reply;
import io.tickmark.FormGuess;
import io.tickmark.kills.Deed.Kind;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who proposes engagements, uploads and completes as the dice fall, until the application is gone. */
final class RandomClient implements Runnable {

    private static final int SMALL = 10_000;
    private static final int LARGE = 3_000_000;

    private final World world;
    private final Ledger ledger;
    private final Random random;

    RandomClient(World world, Ledger ledger, long seed) {
        this.world = world;
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (!ledger.over()) {
                act();
            }
        } catch (UncheckedIOException killed) {
            // what was under way stays in the ledger without an answer
        }
    }

    private void act() {
        int dice = random.nextInt(100);
        if (dice < 5) {
            String name = ledger.unique("client 🏢");
            send(Deed.of(Kind.CLIENT, "admin", "/api/clients", name, json(Map.of("name", name)), random));
        } else if (dice < 15) {
            propose();
        } else {
            work(dice < 35);
        }
    }

    private void propose() {
        String title = ledger.unique("audit");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, Object> report = Map.of(
                "reportType", "SOC2",
                "attestationType", "TYPE_II",
                "categories", List.of("SECURITY"),
                "periodStart", today.plusDays(20),
                "periodEnd", today.plusDays(110));
        Map<String, Object> engagement =
                Map.of("client", world.client(), "title", title, "reports", List.of(report), "team", world.team());
        send(Deed.of(Kind.ENGAGEMENT, "audit-manager", "/api/engagements", title, json(engagement), random));
    }

    private void work(boolean uploadOnly) {
        String person = world.people().get(random.nextInt(world.people().size()));
        JsonNode tasks =
                World.ok(world.get(person, "/api/tasks?limit=200&assignee=me")).path("items");
        if (tasks.isEmpty()) {
            tasks = World.ok(world.get(person, "/api/tasks?limit=200")).path("items");
        }
        if (tasks.isEmpty()) {
            return;
        }
        String id = tasks.get(random.nextInt(tasks.size())).path("id").asString();
        Reply open = world.get(person, "/api/tasks/" + id);
        if (open.status() != 200) {
            // somebody else was first
            return;
        }
        if (uploadOnly) {
            upload(person, id);
        } else if (FormGuess.hasChoices(open.json())) {
            complete(person, open.json());
        }
    }

    private void complete(String person, JsonNode task) {
        String id = task.path("id").asString();
        ObjectNode data = FormGuess.answers(task, () -> upload(person, id), () -> LocalDate.now(ZoneOffset.UTC));
        String body = json(Map.of("version", task.path("version").asInt(), "data", data));
        send(Deed.of(Kind.COMPLETION, person, "/api/tasks/" + id + "/complete", id, body, random));
    }

    private JsonNode upload(String person, String task) {
        int size = random.nextInt(random.nextInt(8) == 0 ? LARGE : SMALL);
        Reply reply = send(Deed.upload(person, task, ledger.unique("noise") + ".bin", size, random));
        ArrayNode value = JsonNodeFactory.instance.arrayNode();
        if (reply.status() < 300) {
            reply.json().forEach(value::add);
        }
        return value;
    }

    private Reply send(Deed deed) {
        ledger.add(deed);
        Reply reply = world.send(deed);
        deed.answered(reply);
        return reply;
    }

    private static String json(Object value) {
        return World.JSON.writeValueAsString(value);
    }
}
