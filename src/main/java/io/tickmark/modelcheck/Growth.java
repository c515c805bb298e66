package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/**
 * Values that are made of values that are made of values: each expression is small, and ten that double are a thousand
 * times what was entered. Counted is how often the values given from outside can stand in what comes out.
 */
final class Growth {

    private static final int MOST = 1_000;
    private static final Set<String> GATHERING = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    /**
     * Something computed.
     *
     * @param names what others read its value by
     * @param outcomes how often each name is read, in each expression that its value may come from
     * @param asides the same, of expressions that it computes beside it
     * @param gathers whether its value holds all outcomes and not one of them
     */
    private record Computed(
            @Nullable String id,
            Set<String> names,
            List<Map<String, Integer>> outcomes,
            List<Map<String, Integer>> asides,
            boolean gathers) {}

    /** Each with what it may build on, by the names that it would read it by. */
    private final Map<Computed, Map<String, List<Computed>>> below = new IdentityHashMap<>();

    private final Map<Computed, Long> known = new IdentityHashMap<>();
    private final List<Computed> all = new ArrayList<>();

    private Growth() {}

    static void check(ModelSet set) {
        set.decisions().forEach(model -> decisions(model.root()).refuse(model.notes()));
        set.forms().forEach(form -> fields(form.json()).refuse(form.notes()));
    }

    private static Growth decisions(Element root) {
        Map<String, Computed> decisions = new LinkedHashMap<>();
        List<Element> elements = Xml.children(root, "decision").toList();
        elements.forEach(element -> decisions.put(Xml.id(element), decision(element)));
        Growth growth = new Growth();
        for (Element element : elements) {
            List<Computed> required = Xml.all(element, "requiredDecision")
                    .map(other -> other.getAttribute("href").replaceFirst("^#", ""))
                    .filter(decisions::containsKey)
                    .map(decisions::get)
                    .toList();
            growth.add(decisions.get(Xml.id(element)), byName(required));
        }
        return growth;
    }

    private void add(@Nullable Computed one, Map<String, List<Computed>> others) {
        if (one != null && below.put(one, others) == null) {
            all.add(one);
        }
    }

    private static Map<String, List<Computed>> byName(List<Computed> several) {
        Map<String, List<Computed>> byName = new HashMap<>();
        several.forEach(one -> one.names().forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>())
                .add(one)));
        return byName;
    }

    private static Computed decision(Element element) {
        Set<String> names = Stream.of("output", "variable")
                .flatMap(kind -> Xml.all(element, kind))
                .map(named -> named.getAttribute("name"))
                .collect(Collectors.toSet());
        boolean gathers = Xml.all(element, "decisionTable")
                .anyMatch(table -> GATHERING.contains(table.getAttribute("hitPolicy")));
        return new Computed(
                Xml.drawn(element),
                names,
                reads(element, Feel.Kind.VALUE, "outputEntry", "defaultOutputEntry", "literalExpression"),
                reads(element, Feel.Kind.VALUE, "inputExpression"),
                gathers);
    }

    private static List<Map<String, Integer>> reads(Element element, Feel.Kind kind, String... of) {
        return Arrays.stream(of)
                .flatMap(name -> Xml.all(element, name))
                .flatMap(expression -> Xml.children(expression, "text"))
                .map(text -> Feel.reads(Xml.text(text), kind))
                .toList();
    }

    private static Growth fields(JsonNode form) {
        List<Computed> fields = new ArrayList<>();
        collect(form, Set.of(), fields);
        Growth growth = new Growth();
        Map<String, List<Computed>> byName = byName(fields);
        fields.forEach(field -> growth.add(field, byName));
        return growth;
    }

    private static void collect(JsonNode parent, Set<String> within, List<Computed> fields) {
        for (JsonNode component : parent.path("components")) {
            Set<String> names = new HashSet<>(within);
            names.addAll(List.of(component.path("path").asString("").split("\\.")));
            collect(component, names, fields);
            String expression = component.path("expression").asString("");
            if (component.path("type").asString("").equals("expression") && expression.startsWith("=")) {
                names.addAll(List.of(component.path("key").asString("").split("\\.")));
                String id = component.path("id").asString("");
                var reads = List.of(Feel.reads(expression.substring(1), Feel.Kind.FORM));
                fields.add(new Computed(id.isEmpty() ? null : id, names, reads, List.of(), false));
            }
        }
    }

    private void refuse(Notes notes) {
        all.forEach(one -> {
            boolean large = of(one) > MOST || one.asides().stream().anyMatch(reads -> of(one, reads) > MOST);
            notes.error(
                    !large || !builds(one),
                    one.id(),
                    "The value is built on values that are built on others, and could grow to more than " + MOST
                            + " times what was given, or without end. Name each of them less often.");
        });
    }

    /** One large expression has a bound of its own. */
    private boolean builds(Computed one) {
        return Stream.concat(one.outcomes().stream(), one.asides().stream())
                .flatMap(reads -> reads.keySet().stream())
                .anyMatch(name -> !below(one, name).isEmpty());
    }

    private List<Computed> below(Computed one, String name) {
        return below.getOrDefault(one, Map.of()).getOrDefault(name, List.of());
    }

    private long of(Computed one) {
        Long before = known.get(one);
        if (before != null) {
            return before;
        }
        // what comes back to itself while it is being counted grows without end
        known.put(one, MOST + 1L);
        long most = one.outcomes().stream()
                .map(reads -> of(one, reads))
                .reduce(1L, one.gathers() ? (a, b) -> Math.min(a + b, MOST + 1L) : Math::max);
        known.put(one, most);
        return most;
    }

    private long of(Computed one, Map<String, Integer> reads) {
        long sum = 0;
        for (Map.Entry<String, Integer> read : reads.entrySet()) {
            long times =
                    below(one, read.getKey()).stream().mapToLong(this::of).max().orElse(1);
            sum = Math.min(sum + read.getValue() * times, MOST + 1L);
        }
        return sum;
    }
}
