package io.tickmark.web;

import io.tickmark.kernel.Malformed;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Refuses what JSON can spell and a database cannot keep: NUL, and halves of a surrogate pair. */
@Component
final class TextCheck {

    private final JsonMapper json;

    TextCheck(JsonMapper json) {
        this.json = json;
    }

    /** Also throws {@link tools.jackson.core.JacksonException} where the text is no JSON at all. */
    void check(HeldBody request) {
        String type = request.getContentType();
        if (type == null || !type.contains("json")) {
            return;
        }
        try (JsonParser parser = json.createParser(request.body())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                if (text && !canBeKept(parser.getString())) {
                    throw new Malformed(
                            "The text at " + parser.streamReadContext().pathAsPointer()
                                    + " holds a character that is none (NUL or half of a surrogate pair).");
                }
            }
        }
    }

    static boolean canBeKept(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
