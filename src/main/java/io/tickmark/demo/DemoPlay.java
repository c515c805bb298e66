package io.tickmark.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Plays one engagement: everybody in its team does what waits for him, until the story has got where it should. */
final class DemoPlay {

    private final DemoCaller api;
    private final Runnable settle;
    private final DemoAnswers answers = new DemoAnswers(new DemoTexts());
    private final String engagement;
    private final List<String> cast;
    private final Map<String, Map<String, Object>> wanted = new LinkedHashMap<>();
    private final Map<String, Integer> turns = new LinkedHashMap<>();
    private int files;

    /**
     * Sets the stage.
     *
     * @param settle waits until the steps behind what was done have run
     */
    DemoPlay(DemoCaller api, Runnable settle, String engagement, List<String> cast) {
        this.api = api;
        this.settle = settle;
        this.engagement = engagement;
        this.cast = cast;
    }

    /** What the story answers on tasks of this phrase, instead of the first option. */
    DemoPlay answering(String phrase, Map<String, Object> values) {
        wanted.put(phrase, values);
        return this;
    }

    /** Takes the scope as it is proposed: every control that serves the categories. */
    DemoPlay inFullScope() {
        wanted.remove("DefineScope");
        return this;
    }

    /**
     * Lets everybody work until nothing is left that the story wants done.
     *
     * @param leave which tasks stay open
     * @return how many tasks were completed
     */
    int until(Predicate<JsonNode> leave) {
        int done = 0;
        boolean moved = true;
        while (moved) {
            moved = false;
            settle.run();
            for (String person : cast) {
                for (JsonNode task : api.get(person, "/api/tasks?limit=200&engagement=" + engagement)
                        .path("items")) {
                    if (!leave.test(task)) {
                        complete(person, task.path("id").asString());
                        done++;
                        moved = true;
                    }
                }
            }
        }
        return done;
    }

    /** Like {@link #until}, but of the tasks with the given phrases only the first few are done. */
    void some(Predicate<JsonNode> leave, Set<String> phrases, int most) {
        int[] left = {most};
        until(task -> {
            if (leave.test(task)) {
                return true;
            }
            boolean counted = phrases.contains(task.path("key").asString().replaceFirst("^UserTask_", ""));
            return counted && left[0]-- <= 0;
        });
    }

    /** Suspends or withdraws the engagement, as its manager. */
    void lead(String act, String reason) {
        api.post("manager", "/api/engagements/" + engagement + "/" + act, Map.of("reason", reason));
    }

    /** The engagement that renews this one. */
    String next() {
        return api.get("manager", "/api/engagements/" + engagement).path("next").asString();
    }

    private void complete(String person, String id) {
        JsonNode task = api.get(person, "/api/tasks/" + id);
        String phrase = task.path("key").asString().replaceFirst("^UserTask_", "");
        turns.merge(phrase, 1, Integer::sum);
        Map<String, Object> own =
                wanted.getOrDefault(phrase + "#" + turns.get(phrase), wanted.getOrDefault(phrase, Map.of()));
        var data = answers.fill(task, own, today(person), () -> document(person, id));
        api.post(
                person,
                "/api/tasks/" + id + "/complete",
                Map.of("version", task.path("version").asInt(), "data", data));
    }

    private LocalDate today(String person) {
        return Instant.parse(api.get(person, "/api/demo/clock").path("now").asString())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private JsonNode document(String person, String task) {
        files++;
        String name = "evidence-" + files + ".csv";
        String text =
                "date,item,approved by\n2026-01-15,ITEM-" + files + ",team lead\n# " + engagement + "/" + files + "\n";
        JsonNode kept = api.upload(
                person, "/api/tasks/" + task + "/documents", "text/csv", name, text.getBytes(StandardCharsets.UTF_8));
        var list = JsonNodeFactory.instance.arrayNode();
        kept.forEach(document -> list.add(JsonNodeFactory.instance
                .objectNode()
                .put("documentId", document.path("id").asString())
                .put("name", document.path("name").asString())));
        return list;
    }
}
