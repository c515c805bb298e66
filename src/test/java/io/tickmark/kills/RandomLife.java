package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller.Reply;
import io.tickmark.FormGuess;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One engagement from its proposal to its end, by people who read forms and now and then take another option than the
 * first: they return, disagree, decline and start over.
 */
final class RandomLife {

    private static final Set<String> ENDS = Set.of("closed", "declined", "withdrawn");
    /** One choice in so many falls on another option; what was refused is tried as it is proposed, then by chance. */
    private static final int[] TRIES = {12, 0, 2, 2, 1, 1};

    private static final int FILE = 2_000;

    private final World world;
    private final Random random;
    private final String engagement;
    private final List<String> story = new ArrayList<>();

    RandomLife(World world, Random random) {
        this.world = world;
        this.random = random;
        this.engagement = World.ok(world.post("audit-manager", "/api/engagements", proposal()))
                .path("id")
                .asString();
    }

    private Map<String, Object> proposal() {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("client", world.client());
        proposal.put("team", world.team());
        if (random.nextInt(5) > 0) {
            proposal.put("reports", List.of(report()));
        }
        return proposal;
    }

    private Map<String, Object> report() {
        LocalDate start = today().plusDays(random.nextInt(60));
        return Map.of(
                "reportType",
                "SOC2",
                "attestationType",
                "TYPE_II",
                "categories",
                random.nextBoolean() ? List.of("SECURITY") : List.of("SECURITY", "AVAILABILITY"),
                "periodStart",
                start,
                "periodEnd",
                start.plusDays(90 + random.nextInt(90)));
    }

    boolean over() {
        return ENDS.contains(phase());
    }

    String phase() {
        return World.ok(world.get("audit-manager", "/api/engagements/" + engagement))
                .path("phase")
                .asString();
    }

    /** What was done, for whoever has to find out why it went no further. */
    String story() {
        return String.join("\n", story);
    }

    int steps() {
        return story.size();
    }

    /** Somebody does one task; false when nobody has one that is taken. */
    boolean step() {
        List<String> people = new ArrayList<>(world.people());
        Collections.shuffle(people, random);
        for (String person : people) {
            JsonNode tasks = World.ok(world.get(person, "/api/tasks?limit=200&engagement=" + engagement))
                    .path("items");
            if (!tasks.isEmpty()
                    && complete(
                            person,
                            tasks.get(random.nextInt(tasks.size())).path("id").asString())) {
                return true;
            }
        }
        return false;
    }

    private boolean complete(String person, String id) {
        for (int rarity : TRIES) {
            Reply open = world.get(person, "/api/tasks/" + id);
            if (open.status() == 404) {
                return false; // it ended while it was looked at
            }
            JsonNode task = World.ok(open);
            ObjectNode data = FormGuess.answers(task, () -> upload(person, id), this::today);
            if (rarity > 0) {
                otherwise(person, task.path("form"), data, rarity);
            }
            Reply reply = send(person, task, data);
            String told = person + " " + task.path("key").asString() + " " + data + " " + reply.status();
            story.add(reply.status() == 422 ? told + " " + reply.body() : told);
            assertThat(reply.status()).as(told).isIn(200, 404, 409, 422);
            if (reply.status() != 422) {
                return true;
            }
            heed(reply);
        }
        return false;
    }

    private Reply send(String person, JsonNode task, ObjectNode data) {
        return world.post(
                person,
                "/api/tasks/" + task.path("id").asString() + "/complete",
                Map.of("version", task.path("version").asInt(), "data", data));
    }

    /** Now and then another option, where the form itself lists them. */
    private void otherwise(String person, JsonNode container, ObjectNode answers, int rarity) {
        for (JsonNode field : container.path("components")) {
            String key = field.path("key").asString("");
            if (field.path("type").asString().equals("group")) {
                otherwise(person, field, answers, rarity);
            } else if (field.has("values")
                    && answers.has(key)
                    && !isIrreplaceable(person, key)
                    && random.nextInt(rarity) == 0) {
                JsonNode other = field.path("values")
                        .get(random.nextInt(field.path("values").size()))
                        .path("value");
                answers.set(
                        key,
                        answers.path(key).isArray()
                                ? World.JSON.createArrayNode().add(other)
                                : other);
            }
        }
    }

    /** Nobody else could sign or lead in the place of who is not independent; one member of the staff can be spared. */
    private static boolean isIrreplaceable(String person, String field) {
        return field.equals("independence") && !person.equals("audit-staff");
    }

    /** Who is not independent has to leave the team, the refused signature says. */
    private void heed(Reply refusal) {
        if (refusal.body().contains("take them off the team")) {
            Map<String, Object> team = new HashMap<>(world.team());
            team.put("audit-staff", List.of());
            World.ok(world.put("audit-manager", "/api/engagements/" + engagement + "/team", Map.of("team", team)));
            story.add("audit-manager takes audit-staff off the team");
        }
    }

    private JsonNode upload(String person, String task) {
        Reply reply = world.send(Deed.upload(person, task, "evidence " + story.size() + ".bin", FILE, random));
        ArrayNode value = JsonNodeFactory.instance.arrayNode();
        World.ok(reply).forEach(document -> value.addObject()
                .put("documentId", document.path("id").asString())
                .put("name", document.path("name").asString()));
        return value;
    }

    private LocalDate today() {
        String now = World.ok(world.get("audit-manager", "/api/demo/clock"))
                .path("now")
                .asString();
        return Instant.parse(now).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
