package io.tickmark.workflow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON to the values FEEL computes with, and back. Dates, times and durations come back as ISO 8601 text. */
final class FeelValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FeelValues() {}

    static Map<String, @Nullable Object> toMap(JsonNode object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.forEachEntry((key, value) -> map.put(key, toFeel(value)));
        return map;
    }

    /** The same, its values converted to the engine's own once, instead of by every expression that reads them. */
    static Map<String, @Nullable Object> toReadyMap(JsonNode object) {
        ValueMapper engine = FeelEngine.defaultValueMapper();
        Map<String, @Nullable Object> map = toMap(object);
        map.replaceAll((key, value) -> engine.toVal(value));
        return map;
    }

    static @Nullable Object toFeel(JsonNode value) {
        if (value.isObject()) {
            return toMap(value);
        }
        if (value.isArray()) {
            List<@Nullable Object> list = new ArrayList<>(value.size());
            value.forEach(item -> list.add(toFeel(item)));
            return list;
        }
        if (value.isNumber()) {
            return AsJavaScript.decimal(value);
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isString() ? value.stringValue() : null;
    }

    /** What has no place in JSON (a function, a range) becomes null, as it does in the browser. */
    static JsonNode toJson(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), toJson(item)));
            return object;
        }
        if (value instanceof Iterable<?> items) {
            ArrayNode array = JSON.arrayNode();
            items.forEach(item -> array.add(toJson(item)));
            return array;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        String text = text(value);
        return text == null ? JSON.nullNode() : JSON.stringNode(text);
    }

    private static JsonNode number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return JSON.numberNode(decimal);
        }
        if (number instanceof BigInteger integer) {
            return JSON.numberNode(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? JSON.numberNode(real) : JSON.nullNode();
        }
        long whole = number.longValue();
        return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof CharSequence || value instanceof TemporalAmount) {
            return value.toString();
        }
        if (value instanceof TemporalAccessor moment) {
            return moment(moment);
        }
        return null;
    }

    private static String moment(TemporalAccessor moment) {
        if (moment instanceof ZonedDateTime) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
        }
        if (moment instanceof LocalDateTime) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
        }
        if (moment instanceof LocalTime) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(moment);
        }
        if (moment instanceof OffsetTime) {
            return DateTimeFormatter.ISO_OFFSET_TIME.format(moment);
        }
        return moment instanceof LocalDate ? DateTimeFormatter.ISO_LOCAL_DATE.format(moment) : moment.toString();
    }
}
