package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is set when a scope has ended, which is when its last token has: behind a fork what any of its branches sets, even
 * where they end apart, and at a choice what all of its ways set.
 */
final class VariablesDone {

    private final BiFunction<FlowNode, Set<String>, @Nullable Set<String>> after;
    private final Map<FlowNode, Set<String>> done = new HashMap<>();

    /** @param after what is set behind a node, given what is set before it */
    VariablesDone(BiFunction<FlowNode, Set<String>, @Nullable Set<String>> after) {
        this.after = after;
    }

    /** Null where no way to an end has been followed. */
    @Nullable
    Set<String> atEnd(FlowScope scope) {
        work(scope);
        Set<String> all = null;
        for (FlowNode start : scope.starts().toList()) {
            all = both(all, done.get(start));
        }
        for (FlowScope event : scope.eventSubProcesses().toList()) {
            if (event.starts().noneMatch(FlowNode::isNonInterrupting)) {
                all = both(all, atEnd(event));
            }
        }
        return all;
    }

    private void work(FlowScope scope) {
        Deque<FlowNode> open = new ArrayDeque<>();
        scope.nodes.values().forEach(open::push);
        Set<FlowNode> waiting = new HashSet<>(open);
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            waiting.remove(node);
            Set<String> now = done(node);
            if (now != null && !now.equals(done.put(node, now))) {
                node.incoming.stream()
                        .map(edge -> edge.from)
                        .filter(waiting::add)
                        .forEach(open::add);
                FlowNode host = node.host;
                if (host != null && waiting.add(host)) {
                    open.add(host);
                }
            }
        }
    }

    private @Nullable Set<String> done(FlowNode node) {
        Set<String> before = node.before();
        Set<String> here = before == null ? null : after.apply(node, before);
        if (here == null) {
            return null;
        }
        Set<String> next = node.is("parallelGateway") ? ofAll(node.outgoing) : ofOne(node.outgoing);
        if (next == null && !node.outgoing.isEmpty()) {
            return null;
        }
        Set<String> all = new HashSet<>(here);
        if (next != null) {
            all.addAll(next);
        }
        for (FlowNode event : node.boundaries) {
            Set<String> left = done.get(event);
            if (left != null && !event.isNonInterrupting()) {
                all.retainAll(left);
            }
        }
        return all;
    }

    private @Nullable Set<String> ofAll(List<FlowNode.Edge> ways) {
        Set<String> all = new HashSet<>();
        for (FlowNode.Edge way : ways) {
            Set<String> then = done.get(way.to);
            if (then == null) {
                return null;
            }
            all.addAll(then);
        }
        return all;
    }

    private @Nullable Set<String> ofOne(List<FlowNode.Edge> ways) {
        Set<String> all = null;
        for (FlowNode.Edge way : ways) {
            all = both(all, done.get(way.to));
        }
        return all;
    }

    /** Null stands for everything: what no token has reached takes nothing away. */
    private static @Nullable Set<String> both(@Nullable Set<String> one, @Nullable Set<String> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
