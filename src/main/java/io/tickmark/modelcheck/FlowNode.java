package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A node as variables flow through it. Nothing is known of it before a token has been followed there. */
final class FlowNode {

    final Element xml;
    final FlowScope scope;
    final List<Edge> incoming = new ArrayList<>();
    final List<Edge> outgoing = new ArrayList<>();
    final List<FlowNode> boundaries = new ArrayList<>();

    /** What it is drawn on the border of; null for all but boundary events. */
    @Nullable
    FlowNode host;

    /** What is inside; null for all but subprocesses. */
    @Nullable
    FlowScope inside;

    private @Nullable Set<String> before;

    /** A sequence flow; {@code told} is what is known to be set because its condition held. */
    static final class Edge {

        final FlowNode from;
        final FlowNode to;
        final Element xml;
        final Set<String> told;
        private @Nullable Set<String> facts;

        Edge(FlowNode from, FlowNode to, Element xml, Set<String> told) {
            this.from = from;
            this.to = to;
            this.xml = xml;
            this.told = told;
            from.outgoing.add(this);
            to.incoming.add(this);
        }

        /** Whether that is news. */
        boolean carry(Set<String> now) {
            Set<String> all = new HashSet<>(now);
            all.addAll(told);
            boolean news = !all.equals(facts);
            facts = all;
            return news;
        }
    }

    FlowNode(Element xml, FlowScope scope) {
        this.xml = xml;
        this.scope = scope;
    }

    /** What is set whenever a token arrives; null while none has been followed here. */
    @Nullable
    Set<String> before() {
        return before;
    }

    /** Whether that is news. */
    boolean arrive(@Nullable Set<String> now) {
        if (now == null || now.equals(before)) {
            return false;
        }
        before = now;
        return true;
    }

    boolean is(String kind) {
        return Xml.name(xml).equals(kind);
    }

    boolean isNonInterrupting() {
        return "false".equals(xml.getAttribute(is("boundaryEvent") ? "cancelActivity" : "isInterrupting"));
    }

    /** What every way here has set; a parallel gateway has waited for all of its ways. */
    @Nullable
    Set<String> carriedHere() {
        boolean joins = is("parallelGateway");
        Set<String> carried = null;
        for (Edge edge : incoming) {
            if (edge.facts == null) {
                if (joins) {
                    return null;
                }
            } else if (carried == null) {
                carried = new HashSet<>(edge.facts);
            } else if (joins) {
                carried.addAll(edge.facts);
            } else {
                carried.retainAll(edge.facts);
            }
        }
        return carried;
    }
}
