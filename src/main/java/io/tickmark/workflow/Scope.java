package io.tickmark.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can read: the form's data by name, and in a list's row {@code this} (the row), {@code parent} and
 * {@code i} (the row's number, from 1, one for each list around it). A row's or group's fields are not names of their
 * own. Nothing in it changes, so each expression is computed once in it. For one thread.
 */
final class Scope {

    private final Map<String, @Nullable Object> data;
    private final Map<String, @Nullable Object> self;
    private final @Nullable Object parent;
    private final List<Integer> rows;
    private final Map<String, Object> context;
    private final Map<String, Optional<Object>> computed = new HashMap<>();

    private Scope(
            Map<String, @Nullable Object> data,
            Map<String, @Nullable Object> self,
            @Nullable Object parent,
            List<Integer> rows) {
        this.data = data;
        this.self = self;
        this.parent = parent;
        this.rows = rows;
        this.context = around(data);
    }

    static Scope form(Map<String, @Nullable Object> data) {
        return new Scope(data, data, null, List.of());
    }

    Scope row(Map<String, @Nullable Object> row, int index) {
        List<Integer> numbers = new ArrayList<>(rows);
        numbers.add(index + 1);
        return new Scope(data, row, around(self), numbers);
    }

    Map<String, Object> context() {
        return context;
    }

    /** What the expression has come to here, computed when first asked for; null is FEEL's null. */
    @Nullable
    Object computed(String expression, Function<String, @Nullable Object> compute) {
        Optional<Object> known = computed.get(expression);
        if (known == null) {
            known = Optional.ofNullable(compute.apply(expression));
            computed.put(expression, known);
        }
        return known.orElse(null);
    }

    // data named like one of the special words wins; the words with underscores always stand for themselves
    @SuppressWarnings("NullAway") // FEEL reads null as its own null
    private Map<String, Object> around(Map<String, @Nullable Object> names) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("this", self);
        all.put("parent", parent);
        all.put("i", rows);
        all.putAll(names);
        all.put("_this_", self);
        all.put("_parent_", parent);
        all.put("_i_", rows);
        return all;
    }
}
