package io.tickmark.trail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON as strictly as a proof needs: a name given twice (two readers would see two different entries), a fraction
 * and anything behind the end are refused. Whole numbers come as {@link Long}.
 */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> object(String text) throws Unreadable {
        if (value(text) instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new Unreadable("is not a JSON object");
    }

    static @Nullable Object value(String text) throws Unreadable {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() == null) {
                throw new Unreadable("is empty");
            }
            Object value = value(json);
            if (json.nextToken() != null) {
                throw new Unreadable("goes on after its end");
            }
            return value;
        } catch (JacksonException broken) {
            throw new Unreadable("is not JSON: " + broken.getOriginalMessage());
        }
    }

    private static @Nullable Object value(JsonParser json) throws Unreadable {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> whole(json);
            case START_OBJECT -> members(json);
            case START_ARRAY -> items(json);
            default -> throw new Unreadable("holds " + json.getString() + ", which no entry can hold");
        };
    }

    private static long whole(JsonParser json) throws Unreadable {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || !CanonicalJson.isExact(json.getLongValue())) {
            throw new Unreadable("holds the number " + json.getString() + ", which is beyond 2^53 - 1");
        }
        return json.getLongValue();
    }

    private static Map<String, @Nullable Object> members(JsonParser json) throws Unreadable {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (members.containsKey(name)) {
                throw new Unreadable("says \"" + name + "\" twice");
            }
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<@Nullable Object> items(JsonParser json) throws Unreadable {
        List<@Nullable Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json));
        }
        return items;
    }
}
