package io.tickmark;

import java.util.Locale;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/** One phrase everywhere: {@code UserTask_ReviewEvidence}, "Review evidence", {@code review-evidence.form}. */
final class Phrases {

    private Phrases() {}

    static String tail(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    /** "ReviewEvidence" is the phrase "Review evidence". */
    static String phrase(String tail) {
        String words = tail.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String kebab(String tail) {
        return phrase(tail).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static String camel(String tail) {
        return Character.toLowerCase(tail.charAt(0)) + tail.substring(1);
    }
}
