package io.tickmark.workflow;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The components of a Camunda Form that carry a value. */
enum FieldType {
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    DATETIME,
    CHECKBOX,
    RADIO,
    SELECT,
    CHECKLIST,
    TAGLIST,
    FILEPICKER,
    EXPRESSION;

    /** The type that a schema names; null for a component without a value. */
    static @Nullable FieldType of(String type) {
        for (FieldType candidate : values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(type)) {
                return candidate;
            }
        }
        return null;
    }

    boolean isText() {
        return this == TEXTFIELD || this == TEXTAREA;
    }

    boolean picksOne() {
        return this == RADIO || this == SELECT;
    }

    boolean picksMany() {
        return this == CHECKLIST || this == TAGLIST;
    }

    /** What an untouched field holds. */
    JsonNode empty() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (this) {
            case TEXTFIELD, TEXTAREA -> json.stringNode("");
            case CHECKBOX -> json.booleanNode(false);
            case CHECKLIST, TAGLIST -> json.arrayNode();
            case NUMBER, DATETIME, RADIO, SELECT, FILEPICKER, EXPRESSION -> json.nullNode();
        };
    }
}
