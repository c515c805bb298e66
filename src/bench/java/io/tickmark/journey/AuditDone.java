package io.tickmark.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was done in an audit, by its file: how often each task was completed, and with which answers first. */
record AuditDone(Map<String, Integer> completed, Map<String, JsonNode> firstAnswers) {

    static AuditDone of(String engagement, JdbcClient database, JsonMapper json) {
        AuditDone done = new AuditDone(new TreeMap<>(), new HashMap<>());
        database.sql("select phrase, answers from task_record where engagement_id = ? order by seq_no")
                .param(engagement)
                .query(row -> {
                    done.completed.merge(row.getString("phrase"), 1, Integer::sum);
                    done.firstAnswers.putIfAbsent(row.getString("phrase"), json.readTree(row.getString("answers")));
                });
        return done;
    }

    int count(String phrase) {
        return completed.getOrDefault(phrase, 0);
    }

    int tasks() {
        return completed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those answers that the models read. */
    Map<String, Object> answers(String phrase, Set<String> read) {
        Map<String, Object> answers = new HashMap<>();
        JsonNode given = firstAnswers.get(phrase);
        if (given != null) {
            given.properties().stream()
                    .filter(answer -> read.contains(answer.getKey()) && answer.getValue().isValueNode())
                    .forEach(answer -> answers.put(answer.getKey(), answer.getValue().asString("")));
        }
        return answers;
    }
}
