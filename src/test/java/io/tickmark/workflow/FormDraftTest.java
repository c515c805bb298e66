package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormDraftTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FORM = """
            {"components": [
              {"type": "textfield", "id": "F1", "key": "note"},
              {"type": "textfield", "id": "F2", "key": "known", "readonly": true},
              {"type": "textfield", "id": "F3", "key": "off", "disabled": true},
              {"type": "expression", "id": "F4", "key": "sum", "expression": "=1"},
              {"type": "textfield", "id": "F5", "key": "late", "readonly": "=note = null"},
              {"type": "group", "id": "G1", "path": "person", "components": [
                {"type": "textfield", "id": "F6", "key": "name"}]},
              {"type": "group", "id": "G2", "readonly": true, "components": [
                {"type": "textfield", "id": "F7", "key": "shown"}]},
              {"type": "dynamiclist", "id": "L1", "path": "items", "components": [
                {"type": "number", "id": "F8", "key": "count"},
                {"type": "textfield", "id": "F9", "key": "label", "readonly": true}]},
              {"type": "dynamiclist", "id": "L2", "path": "fixed", "readonly": true, "components": [
                {"type": "textfield", "id": "F10", "key": "text"}]}
            ]}""";

    private static JsonNode draft(String entered) {
        return FormDraft.of(JSON.readTree(FORM), JSON.readTree(entered));
    }

    @Test
    void whatThePersonEnteredIsKeptAsItIs() {
        String entered = """
                {"note": 7, "late": "yes", "person": {"name": "Ann 📄"}, "items": [{"count": "x"}, {}, {"count": 3}]}""";
        assertThat(draft(entered)).isEqualTo(JSON.readTree(entered));
        assertThat(draft("{\"items\": []}")).isEqualTo(JSON.readTree("{\"items\": []}"));
        assertThat(draft("{}")).isEqualTo(JSON.readTree("{}"));
    }

    @Test
    void whatTheFormDoesNotAskForIsNot() {
        assertThat(draft("""
                {"note": "n", "known": "forged", "off": "forged", "sum": 2, "shown": "forged", "foreign": {"a": 1},
                 "person": {"name": "Ann", "role": "forged"}, "items": [{"count": 1, "label": "forged"}, "forged"],
                 "fixed": [{"text": "forged"}]}""")).isEqualTo(JSON.readTree("""
                {"note": "n", "person": {"name": "Ann"}, "items": [{"count": 1}, {}]}"""));
        assertThat(draft("{\"items\": \"forged\", \"person\": \"forged\"}")).isEqualTo(JSON.readTree("{}"));
    }
}
