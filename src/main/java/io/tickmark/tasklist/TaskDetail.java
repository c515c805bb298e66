package io.tickmark.tasklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One task as the API answers it: its row, its form, and the values the form opens with.
 *
 * @param mayDo false for who only oversees the task: any change of theirs but assigning it is refused
 */
record TaskDetail(
        @JsonUnwrapped InboxTask task, boolean mayDo, JsonNode form, ObjectNode data, List<Map<String, ?>> documents) {}
