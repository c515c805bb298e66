package io.tickmark.modelcheck;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a form may hold: components that the server checks too, FEEL that ends, and no markup or address that acts. */
final class AllowedForms {

    static final Set<String> SHOWN = Set.of("text", "table", "documentPreview", "group", "separator", "spacer");
    static final Set<String> ASKED = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "filepicker",
            "dynamiclist");

    private static final Set<String> ADDRESSES =
            Set.of("url", "source", "endpoint", "endpointKey", "action", "content", "security", "html");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("^#(if|loop)\\s");
    private static final Pattern BLOCK_END = Pattern.compile("/(if|loop)");
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z!/?]");
    private static final Pattern SCHEME = Pattern.compile("(javascript|vbscript|data|file)\\s*:[^ ]");
    private static final Pattern PICTURE = Pattern.compile("!\\[");
    private static final Pattern PATH = Pattern.compile("=\\s*[a-zA-Z]\\w*(\\.[a-zA-Z]\\w*)*\\s*");
    private static final Pattern INHERITED = Pattern.compile("(^|\\.)(__\\w+__|constructor|prototype)(\\.|$)");

    private final Notes notes;
    private int components;

    private AllowedForms(Notes notes) {
        this.notes = notes;
    }

    static void check(ModelSet.Form form) {
        var rules = new AllowedForms(form.notes());
        rules.texts(null, form.json());
        rules.components(form.json());
    }

    private void components(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            String id = component.path("id").asString("");
            if (++components > Limits.ELEMENTS / 10) {
                if (components == Limits.ELEMENTS / 10 + 1) {
                    notes.error(null, "The form has more than " + Limits.ELEMENTS / 10 + " components.");
                }
                return;
            }
            component(id.isEmpty() ? null : id, component);
            components(component);
        }
    }

    private void component(@Nullable String id, JsonNode component) {
        String type = component.path("type").asString("");
        boolean known = SHOWN.contains(type) || ASKED.contains(type) || type.equals("expression");
        notes.error(known, id, "A component of the type '" + type + "' is not allowed" + reason(type) + ".");
        for (String name : component.propertyNames()) {
            notes.error(!ADDRESSES.contains(name), id, "The setting '" + name + "' is not allowed. Remove it.");
        }
        String source = component.path("dataSource").asString("");
        notes.error(
                source.isEmpty() || PATH.matcher(source).matches(),
                id,
                "What is shown comes from what the task knows: write =name and nothing else.");
        for (String binding : Set.of("key", "path", "valuesKey")) {
            notes.error(
                    !INHERITED.matcher(component.path(binding).asString("")).find(),
                    id,
                    "The " + binding + " reaches into the page's own objects. Choose another name.");
        }
        component
                .propertyStream()
                .filter(setting -> !setting.getKey().equals("components"))
                .forEach(setting -> texts(id, setting.getValue()));
    }

    private static String reason(String type) {
        return switch (type) {
            case "html", "iframe" -> ": it brings in a page of somebody else";
            case "image" -> ": it fetches a picture";
            case "button" -> ": the task's own buttons complete it";
            default -> ": the server could not check it";
        };
    }

    private void texts(@Nullable String id, JsonNode setting) {
        if (setting.isString()) {
            String refusal = refusal(setting.asString());
            if (refusal != null) {
                notes.error(id, refusal);
            }
        } else if (setting.isArray()) {
            setting.forEach(inner -> texts(id, inner));
        } else {
            setting.propertyStream()
                    .filter(inner -> !inner.getKey().equals("components"))
                    .forEach(inner -> texts(id, inner.getValue()));
        }
    }

    /** What a template computes: in {@code #if} and {@code #loop} what follows, at their ends nothing. */
    private static String asked(String template) {
        String text = template.strip();
        return BLOCK_END.matcher(text).matches()
                ? ""
                : BLOCK.matcher(text).replaceFirst("").strip();
    }

    private static @Nullable String refusal(String text) {
        String shown = text;
        if (text.startsWith("=")) {
            String refusal = Feel.refusal(text.substring(1), Feel.Kind.FORM);
            if (refusal != null) {
                return refusal;
            }
            // FEEL compares with <; what it may show are its texts
            shown = text.replaceAll("[^\"]*\"([^\"]*)\"[^\"]*", "$1 ");
            shown = text.indexOf('"') < 0 ? "" : shown;
        } else {
            var templates = TEMPLATE.matcher(text);
            while (templates.find()) {
                String refusal = Feel.refusal(asked(templates.group(1)), Feel.Kind.FORM);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        if (MARKUP.matcher(shown).find()) {
            return "The text holds HTML. Write plain text or Markdown.";
        }
        String plain = shown.toLowerCase(Locale.ROOT).replaceAll("[\\p{Cntrl}]|&(tab|newline|#\\d+|#x[0-9a-f]+);?", "");
        if (SCHEME.matcher(plain).find()) {
            return "The text holds an address that acts when it is opened. Links begin with https://.";
        }
        return PICTURE.matcher(shown).find() ? "The text fetches a picture. Remove it." : null;
    }
}
