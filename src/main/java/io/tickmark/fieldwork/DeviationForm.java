package io.tickmark.fieldwork;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the forms show of one deviation, to the manager and to the client alike. */
final class DeviationForm {

    private DeviationForm() {}

    static Map<String, Object> of(DeviationFacts deviation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("reference", deviation.reference());
        shown.put("control", deviation.control() + " " + deviation.controlTitle());
        shown.put("criteria", String.join(", ", deviation.criteria()));
        shown.put("itemsTested", String.valueOf(deviation.itemsTested()));
        shown.put("itemsFailed", String.valueOf(deviation.itemsFailed()));
        shown.put("extent", deviation.extent());
        shown.put("failedAttribute", deviation.failedAttribute());
        shown.put("cause", deviation.cause());
        return shown;
    }
}
