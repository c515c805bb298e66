package io.tickmark.journey;

import io.tickmark.FormGuess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drives an audit without knowing anything of audits: lists tasks as each person, reads the form, keeps what is proposed,
 * takes the first option, uploads a file where one is asked for.
 */
final class Stranger {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<Api> people;
    private final Map<String, Map<String, Object>> told = new LinkedHashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private int files;

    Stranger(List<Api> people) {
        this.people = people;
    }

    /**
     * Has the stranger answer these fields on tasks with this key instead of guessing; {@code UserTask_X#3} means the
     * third such task.
     */
    Stranger told(String key, Map<String, Object> answers) {
        told.put(key, answers);
        return this;
    }

    /** How often a task with this key was completed. */
    int completed(String key) {
        return turns.getOrDefault(key, 0);
    }

    /** Works through an engagement's open tasks until none is left that may be done; answers how many were completed. */
    int work(String engagement, Predicate<JsonNode> leave) {
        int done = 0;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Api person : people) {
                for (JsonNode task : list(person, "/api/tasks?limit=200&engagement=" + engagement)) {
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

    int work(String engagement) {
        return work(engagement, task -> false);
    }

    static List<JsonNode> list(Api person, String path) {
        List<JsonNode> all = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = person.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .ok();
            page.path("items").forEach(all::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    private void complete(Api person, String id) {
        JsonNode task = person.get("/api/tasks/" + id).ok();
        String key = task.path("key").asString();
        int turn = turns.merge(key, 1, Integer::sum);
        Map<String, Object> own = told.getOrDefault(key + "#" + turn, told.getOrDefault(key, Map.of()));
        ObjectNode data = fill(person, task, own);
        Api.Answer answer = person.post(
                "/api/tasks/" + id + "/complete",
                Map.of("version", task.path("version").asInt(), "data", data));
        if (answer.status() != 200) {
            throw new AssertionError(person.username() + " could not complete " + key + " with " + data + ": "
                    + answer.status() + " " + answer.text());
        }
    }

    private ObjectNode fill(Api person, JsonNode task, Map<String, Object> own) {
        ObjectNode answers =
                FormGuess.answers(task, () -> upload(person, task.path("id").asString()), () -> today(person));
        own.forEach((field, value) -> answers.set(field, node(value)));
        return answers;
    }

    private static LocalDate today(Api person) {
        return Instant.parse(person.get("/api/demo/clock").ok().path("now").asString())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private JsonNode upload(Api person, String task) {
        byte[] bytes = ("item,approved by\n" + ++files + ",team lead\n").getBytes(StandardCharsets.UTF_8);
        JsonNode kept = person.upload(
                        "/api/tasks/" + task + "/documents", "evidence " + files + ".csv", "text/csv", bytes)
                .ok();
        ArrayNode value = JSON.arrayNode();
        kept.forEach(document -> value.add(JSON.objectNode()
                .put("documentId", document.path("id").asString())
                .put("name", document.path("name").asString())));
        return value;
    }

    private static JsonNode node(Object value) {
        return tools.jackson.databind.json.JsonMapper.builder().build().valueToTree(value);
    }
}
