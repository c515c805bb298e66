package io.tickmark.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plays one engagement: everybody in its team does what waits for him, until the story has got where it should. */
final class DemoPlay {

    /** Who does a task, noted in what the list says of it. */
    private static final String ACTOR = "actor";

    private final DemoCaller api;
    private final Supplier<LocalDate> clock;
    private final Runnable settle;
    private final DemoAnswers answers = new DemoAnswers(new DemoTexts());
    private final String engagement;
    private final List<String> cast;
    private final Map<String, String> holders;
    private final DemoScript script;
    private final Map<String, Map<String, Object>> wanted = new LinkedHashMap<>();
    private final Map<String, Integer> turns = new LinkedHashMap<>();
    private int files;

    /**
     * Sets the stage.
     *
     * @param clock the day in the demo
     * @param settle waits until the steps behind what was done have run
     */
    DemoPlay(
            DemoCaller api,
            Supplier<LocalDate> clock,
            Runnable settle,
            String engagement,
            DemoClient client,
            DemoScript script) {
        this.api = api;
        this.clock = clock;
        this.settle = settle;
        this.engagement = engagement;
        this.cast = client.cast();
        this.holders = client.holders();
        this.script = script;
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
     * Lets everybody work until nothing is left that the story wants done. Whoever a task passes the work to goes on with
     * it at once.
     *
     * @param leave which tasks stay open
     */
    void until(Predicate<JsonNode> leave) {
        while (everybody(task -> !leave.test(task) && follow(task, leave))) {
            settle.run();
        }
    }

    /** Like {@link #until}, but of the tasks with the given phrases only the first few are done. */
    void some(Predicate<JsonNode> leave, Set<String> phrases, int most) {
        int[] left = {most};
        Predicate<JsonNode> wantedAtAll =
                task -> !leave.test(task) && (!phrases.contains(phrase(task)) || left[0]-- > 0);
        while (everybody(task -> wantedAtAll.test(task) && complete(task).isObject())) {
            settle.run();
        }
    }

    /** Shows everybody's open tasks, and answers whether something was done about one. */
    private boolean everybody(Predicate<JsonNode> done) {
        boolean moved = false;
        settle.run();
        for (String person : cast) {
            for (JsonNode task : api.get(person, "/api/tasks?limit=200&engagement=" + engagement)
                    .path("items")) {
                ((ObjectNode) task).put(ACTOR, person);
                moved |= done.test(task);
            }
        }
        return moved;
    }

    /** Completes a task and what follows from it, as far as the answer names it and somebody in the team is meant. */
    private boolean follow(JsonNode first, Predicate<JsonNode> leave) {
        Deque<JsonNode> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            for (JsonNode next : complete(waiting.remove()).path("next")) {
                String person = next.path("assignee")
                        .asString(holders.getOrDefault(next.path("role").asString(), ""));
                if (!person.isEmpty() && !leave.test(next)) {
                    waiting.add(((ObjectNode) next).put(ACTOR, person));
                }
            }
        }
        return true;
    }

    /** Suspends or withdraws the engagement, as its manager. */
    void lead(String act, String reason) {
        api.post("manager", "/api/engagements/" + engagement + "/" + act, Map.of("reason", reason));
    }

    /** The engagement that renews this one. */
    String next() {
        return api.get("manager", "/api/engagements/" + engagement).path("next").asString();
    }

    private JsonNode complete(JsonNode listed) {
        String person = listed.path(ACTOR).asString();
        String id = listed.path("id").asString();
        JsonNode task = api.get(person, "/api/tasks/" + id);
        var data = answers.fill(task, own(task), clock.get(), () -> document(person, task));
        return api.post(
                person,
                "/api/tasks/" + id + "/complete",
                Map.of("version", task.path("version").asInt(), "data", data));
    }

    /** What the script says, and then what the story wants of this one task. */
    private Map<String, Object> own(JsonNode task) {
        String phrase = phrase(task);
        turns.merge(phrase, 1, Integer::sum);
        Map<String, Object> own = new LinkedHashMap<>(script.answers(phrase, control(task.path("data"))));
        if (script.isWritten() && phrase.equals("ProvideEvidence")) {
            own.putAll(evidence(task).source());
        }
        own.putAll(wanted.getOrDefault(phrase + "#" + turns.get(phrase), wanted.getOrDefault(phrase, Map.of())));
        return own;
    }

    /** The control that a test or a deviation is about; empty for other tasks. */
    private static String control(JsonNode data) {
        return data.path("control")
                .path("reference")
                .asString(data.path("deviation").path("control").asString("").split(" ")[0]);
    }

    static String phrase(JsonNode task) {
        return task.path("key").asString().replaceFirst("^UserTask_", "");
    }

    private DemoEvidence evidence(JsonNode task) {
        return new DemoEvidence(task.path("data"), script, clock.get());
    }

    private JsonNode document(String person, JsonNode task) {
        files++;
        DemoEvidence.File file = script.isWritten() ? evidence(task).file() : line();
        JsonNode kept = api.upload(
                person,
                "/api/tasks/" + task.path("id").asString() + "/documents",
                file.type(),
                file.name(),
                file.text().getBytes(StandardCharsets.UTF_8));
        var list = JsonNodeFactory.instance.arrayNode();
        kept.forEach(document -> list.add(JsonNodeFactory.instance
                .objectNode()
                .put("documentId", document.path("id").asString())
                .put("name", document.path("name").asString())));
        return list;
    }

    private DemoEvidence.File line() {
        return new DemoEvidence.File(
                "evidence-" + files + ".csv",
                "text/csv",
                "date,item,approved by\n2026-01-15,ITEM-" + files + ",team lead\n# " + engagement + "/" + files + "\n");
    }
}
