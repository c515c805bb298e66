package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A small process: well-formed blocks first, and then a few changes as careless hands would make them.
 *
 * @param kinds of the nodes, by their numbers: {@code start}, {@code end}, {@code kill}, {@code a}, {@code b}, {@code d},
 *     {@code r}, {@code t}, {@code xor}, {@code ask}, {@code and}, {@code or}, {@code sub}, {@code event}, {@code bi} and
 *     {@code bn} on a border, {@code si} and {@code sn} at the beginning of an event sub-process
 * @param edges the flows, by their sources; the first of an {@code ask} is its default, the second the other answer
 * @param attached the host of each border event
 * @param inside the sub-process of each node that is in one
 */
record RandomProcess(
        List<String> kinds,
        Map<Integer, List<Integer>> edges,
        Map<Integer, Integer> attached,
        Map<Integer, Integer> inside) {

    private record Ends(int first, int last) {}

    static RandomProcess of(Random random) {
        var process = new RandomProcess(new ArrayList<>(), new TreeMap<>(), new HashMap<>(), new HashMap<>());
        process.grow(random, -1, "start", 3);
        if (random.nextInt(6) == 0) {
            int event = process.node("event", -1);
            process.grow(random, event, random.nextBoolean() ? "si" : "sn", 1);
        }
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            process.change(random);
        }
        return process;
    }

    private void grow(Random random, int container, String start, int depth) {
        int first = node(start, container);
        Ends block = block(random, container, depth);
        int last = node(random.nextInt(12) == 0 ? "kill" : "end", container);
        edge(first, block.first);
        edge(block.last, last);
    }

    private int node(String kind, int container) {
        kinds.add(kind);
        if (container >= 0) {
            inside.put(kinds.size() - 1, container);
        }
        return kinds.size() - 1;
    }

    private void edge(int from, int to) {
        edges.computeIfAbsent(from, source -> new ArrayList<>()).add(to);
    }

    private Ends block(Random random, int container, int depth) {
        int choice = depth == 0 || kinds.size() > 14 ? 0 : random.nextInt(9);
        return switch (choice) {
            case 1, 2, 3, 4 -> {
                Ends one = block(random, container, depth - 1);
                Ends other = block(random, container, depth - 1);
                edge(one.last, other.first);
                yield new Ends(one.first, other.last);
            }
            case 5 -> branches(random, container, depth, random.nextBoolean() ? "xor" : "ask", "xor");
            case 6 -> branches(random, container, depth, "and", "and");
            case 7 ->
                random.nextInt(3) == 0
                        ? branches(random, container, depth, "or", "or")
                        : loop(random, container, depth);
            case 8 -> {
                if (random.nextInt(2) == 0) {
                    yield branches(random, container, depth, "and", "and");
                }
                int sub = node("sub", container);
                grow(random, sub, "start", depth - 1);
                yield new Ends(sub, sub);
            }
            default -> {
                int task = node(List.of("a", "a", "d", "d", "b", "r", "t").get(random.nextInt(7)), container);
                if (kinds.get(task).equals("d") && random.nextInt(3) > 0) {
                    int ask = node("ask", container);
                    int end = node("end", container);
                    int on = node("t", container);
                    edge(task, ask);
                    edge(ask, on);
                    edge(ask, end);
                    yield new Ends(task, on);
                }
                yield new Ends(task, task);
            }
        };
    }

    private Ends branches(Random random, int container, int depth, String split, String join) {
        int first = node(split, container);
        int last = node(join, container);
        for (int i = 0; i < 2; i++) {
            if (random.nextInt(5) == 0) {
                edge(first, last);
            } else {
                Ends branch = block(random, container, depth - 1);
                edge(first, branch.first);
                edge(branch.last, last);
            }
        }
        return new Ends(first, last);
    }

    private Ends loop(Random random, int container, int depth) {
        int first = node("xor", container);
        Ends body = block(random, container, depth - 1);
        int last = node(random.nextBoolean() ? "xor" : "ask", container);
        edge(first, body.first);
        edge(body.last, last);
        int on = node("t", container);
        edge(last, on);
        edge(last, first);
        return new Ends(first, on);
    }

    private void change(Random random) {
        int from = random.nextInt(kinds.size());
        int to = random.nextInt(kinds.size());
        boolean together = inside.getOrDefault(from, -1).equals(inside.getOrDefault(to, -1));
        boolean target = !List.of("start", "si", "sn", "bi", "bn", "event").contains(kinds.get(to));
        if (!together || !target) {
            return;
        }
        boolean task = List.of("a", "b", "d", "r", "t", "sub").contains(kinds.get(from));
        List<Integer> ways = edges.getOrDefault(from, List.of());
        switch (random.nextInt(4)) {
            case 0 -> {
                if (task) {
                    int border = node(random.nextBoolean() ? "bi" : "bn", inside.getOrDefault(from, -1));
                    attached.put(border, from);
                    edge(border, to);
                }
            }
            case 1 -> {
                if (!ways.isEmpty() && !ways.contains(to)) {
                    ways.set(random.nextInt(ways.size()), to);
                }
            }
            case 2 -> {
                if (!ways.isEmpty() && !ways.contains(to)) {
                    edge(from, to);
                }
            }
            default -> {
                if (task && kinds.get(from).length() == 1) {
                    kinds.set(from, List.of("a", "d", "b", "r", "t").get(random.nextInt(5)));
                }
            }
        }
    }

    String xml() {
        StringBuilder xml = new StringBuilder("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:c='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>\n<process id='p'>\n");
        content(xml, -1);
        return xml.append("</process></definitions>").toString();
    }

    private void content(StringBuilder xml, int container) {
        for (int node = 0; node < kinds.size(); node++) {
            if (inside.getOrDefault(node, -1) == container) {
                element(xml, node);
                int number = 0;
                for (int to : edges.getOrDefault(node, List.of())) {
                    flow(xml, node, to, number++);
                }
            }
        }
    }

    private void element(StringBuilder xml, int node) {
        String kind = kinds.get(node);
        String tag =
                switch (kind) {
                    case "start", "si", "sn" -> "startEvent";
                    case "end", "kill" -> "endEvent";
                    case "xor", "ask" -> "exclusiveGateway";
                    case "and" -> "parallelGateway";
                    case "or" -> "inclusiveGateway";
                    case "sub", "event" -> "subProcess";
                    case "bi", "bn" -> "boundaryEvent";
                    default -> "userTask";
                };
        xml.append('<')
                .append(tag)
                .append(" id='n")
                .append(node)
                .append("' name='")
                .append(kind)
                .append('\'');
        if (kind.equals("ask") && edges.containsKey(node)) {
            xml.append(" default='f").append(node).append("_0'");
        }
        if (attached.containsKey(node)) {
            xml.append(" attachedToRef='n").append(attached.get(node)).append('\'');
            xml.append(" cancelActivity='").append(kind.equals("bi")).append('\'');
        }
        if (kind.equals("event")) {
            xml.append(" triggeredByEvent='true'");
        }
        if (kind.equals("sn")) {
            xml.append(" isInterrupting='false'");
        }
        xml.append(">");
        if (kind.equals("kill")) {
            xml.append("<terminateEventDefinition/>");
        }
        if (kind.startsWith("s") && kind.length() == 2) {
            xml.append("<messageEventDefinition/>");
        }
        if (tag.equals("userTask") && !kind.equals("t")) {
            xml.append("<extensionElements><c:properties><c:property name='interlock' value='")
                    .append(kind)
                    .append("'/></c:properties></extensionElements>");
        }
        if (tag.equals("subProcess")) {
            content(xml.append('\n'), node);
        }
        xml.append("</").append(tag).append(">\n");
    }

    private void flow(StringBuilder xml, int from, int to, int number) {
        xml.append(
                "<sequenceFlow id='f" + from + "_" + number + "' sourceRef='n" + from + "' targetRef='n" + to + "'>");
        if (kinds.get(from).equals("ask") && number > 0) {
            xml.append("<conditionExpression>")
                    .append(number == 1 ? "${v == 'stop'}" : "${flag}")
                    .append("</conditionExpression>");
        }
        xml.append("</sequenceFlow>\n");
    }
}
