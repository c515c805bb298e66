package io.tickmark.workflow;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a value stands in a form's data: keys ({@code String}) and rows of lists ({@code Integer}, from 0). Its text is
 * what a refusal names as the field, e.g. {@code samples[1].ref}.
 */
record ValuePath(List<Object> steps) {

    static final ValuePath ROOT = new ValuePath(List.of());

    ValuePath {
        steps = List.copyOf(steps);
    }

    ValuePath down(List<String> keys) {
        return keys.isEmpty() ? this : plus(keys);
    }

    ValuePath row(int index) {
        return plus(List.of(index));
    }

    private ValuePath plus(List<?> more) {
        List<Object> all = new ArrayList<>(steps);
        all.addAll(more);
        return new ValuePath(all);
    }

    /** The value, or a missing node. */
    JsonNode in(JsonNode data) {
        JsonNode at = data;
        for (Object step : steps) {
            at = step instanceof Integer index ? at.path(index) : at.path((String) step);
        }
        return at;
    }

    /** Whether every list row on the way is there. */
    boolean rowsExistIn(JsonNode data) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Integer
                    && new ValuePath(steps.subList(0, i + 1)).in(data).isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    /** Sets the value; what is missing on the way is made, and what is no container on the way is replaced. */
    void put(ObjectNode data, JsonNode value) {
        JsonNode at = data;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            JsonNode next = last ? value : containerFor(steps.get(i + 1), child(at, steps.get(i)));
            store(at, steps.get(i), next);
            at = next;
        }
    }

    /** Removes the value and then every container that is left empty; a removed row leaves a null in its place. */
    void clear(ObjectNode data) {
        for (int length = steps.size(); length > 0; length--) {
            JsonNode holder = new ValuePath(steps.subList(0, length - 1)).in(data);
            Object step = steps.get(length - 1);
            if (holder instanceof ObjectNode object) {
                object.remove((String) step);
            } else if (holder instanceof ArrayNode array && step instanceof Integer index && index < array.size()) {
                array.setNull(index);
            }
            boolean empty = holder.isContainer() && holder.valueStream().allMatch(JsonNode::isNull);
            if (!empty || (holder.isObject() && !holder.isEmpty())) {
                return;
            }
        }
    }

    private static JsonNode child(JsonNode at, Object step) {
        return step instanceof Integer index ? at.path(index) : at.path((String) step);
    }

    private static JsonNode containerFor(Object step, JsonNode present) {
        if (step instanceof Integer) {
            return present.isArray() ? present : JsonNodeFactory.instance.arrayNode();
        }
        return present.isObject() ? present : JsonNodeFactory.instance.objectNode();
    }

    private static void store(JsonNode holder, Object step, JsonNode value) {
        if (holder instanceof ArrayNode array && step instanceof Integer index) {
            while (array.size() <= index) {
                array.addObject();
            }
            array.set(index, value);
        } else if (holder instanceof ObjectNode object) {
            object.set((String) step, value);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
