package io.tickmark;

import static io.tickmark.GeneratedPage.cell;
import static io.tickmark.GeneratedPage.row;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The processes with who does what in them, and the decisions, read from the models. */
final class ProcessesPage {

    private ProcessesPage() {}

    static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        List<BpmnModelInstance> models = new ArrayList<>();
        for (Path file : files(".bpmn")) {
            models.add(Bpmn.readModelFromFile(file.toFile()));
        }
        lines.addAll(roles(models));
        models.forEach(model -> lines.addAll(process(model)));
        lines.addAll(List.of("## Decisions", ""));
        for (Path file : files(".dmn")) {
            lines.addAll(DecisionPage.lines(file));
        }
        return lines;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> roles(List<BpmnModelInstance> models) {
        Map<String, List<String>> tasks = new TreeMap<>();
        models.stream()
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .forEach(task -> tasks.computeIfAbsent(task.getCamundaCandidateGroups(), role -> new ArrayList<>())
                        .add(task.getName()));
        List<String> lines = new ArrayList<>(List.of("## Who does what", "", row("role", "tasks"), row("---", "---")));
        tasks.forEach((role, names) -> lines.add(row("`" + role + "`", cell(String.join(", ", names)))));
        lines.add("");
        return lines;
    }

    private static List<String> process(BpmnModelInstance model) {
        Process process = all(model, Process.class).iterator().next();
        List<String> lines = new ArrayList<>(List.of("## " + process.getName(), "", documentation(process), ""));
        lines.add("[`processes/" + process.getId() + ".bpmn`](../processes/" + process.getId() + ".bpmn)");
        lines.add("");
        lines.add(row("task", "role", "form", "due", "what is done"));
        lines.add(row("---", "---", "---", "---", "---"));
        all(model, UserTask.class).forEach(task -> lines.add(task(task)));
        lines.add("");
        list(lines, "Steps", all(model, ServiceTask.class), ProcessesPage::step);
        list(lines, "Decisions", all(model, BusinessRuleTask.class), ProcessesPage::decision);
        list(lines, "Calls", all(model, CallActivity.class), call -> "`" + call.getCalledElement() + "`");
        list(lines, "Messages", all(model, MessageEventDefinition.class), ProcessesPage::message);
        list(lines, "Timers", all(model, TimerEventDefinition.class), ProcessesPage::timer);
        list(
                lines,
                "Phases",
                having(model, "phase"),
                node -> "`" + property(node, "phase") + "` begins with \"" + node.getName() + "\"");
        list(lines, "Milestones", having(model, "milestone"), ProcessesPage::milestone);
        return lines;
    }

    private static String task(UserTask task) {
        String form = task.getCamundaFormRef();
        return row(
                cell(task.getName()),
                "`" + task.getCamundaCandidateGroups() + "`" + (task.getLoopCharacteristics() == null ? "" : ", each"),
                "[`" + form + "`](../forms/" + form + ".form)",
                cell(inWords(task.getCamundaDueDate())),
                cell(documentation(task)));
    }

    private static String step(ServiceTask step) {
        return "\"" + step.getName() + "\" (`" + plain(step.getCamundaDelegateExpression()) + "`)";
    }

    private static String decision(BusinessRuleTask task) {
        return "\"" + task.getName() + "\" asks `" + task.getCamundaDecisionRef() + "` and keeps the answer as `"
                + task.getCamundaResultVariable() + "`";
    }

    private static String message(MessageEventDefinition definition) {
        String name = ((FlowNode) definition.getParentElement()).getName();
        return "`" + definition.getMessage().getName() + "` (\"" + name + "\")";
    }

    private static String timer(TimerEventDefinition timer) {
        String name = "\"" + ((Event) timer.getParentElement()).getName() + "\" ";
        if (timer.getTimeDate() != null) {
            return name + "on the date " + inWords(timer.getTimeDate().getTextContent());
        }
        if (timer.getTimeDuration() != null) {
            return name + "after " + inWords(timer.getTimeDuration().getTextContent());
        }
        String[] cycle = timer.getTimeCycle().getTextContent().split("/", -1);
        return name + "every " + inWords(cycle[1]) + ", " + cycle[0].substring(1) + " times";
    }

    private static String milestone(FlowNode node) {
        return "\"" + property(node, "milestone") + "\", planned " + inWords(property(node, "plannedDuration"))
                + " of work after \"" + property(node, "after") + "\"";
    }

    private static String inWords(String time) {
        if (time.startsWith("${")) {
            return "`" + plain(time) + "`";
        }
        return time.matches("P\\d+D") ? time.substring(1, time.length() - 1) + " days" : time;
    }

    private static String plain(String expression) {
        return expression.replaceAll("[${}]", "");
    }

    private static String documentation(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .collect(joining(" "));
    }

    private static List<FlowNode> having(BpmnModelInstance model, String property) {
        return all(model, FlowNode.class).stream()
                .filter(node -> !property(node, property).isEmpty())
                .toList();
    }

    private static String property(FlowNode node, String name) {
        return node.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> property.getCamundaName().equals(name))
                .filter(property -> property.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(node))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse("");
    }

    private static <T> void list(
            List<String> lines, String title, Collection<T> elements, java.util.function.Function<T, String> told) {
        if (!elements.isEmpty()) {
            lines.add("- " + title + ": " + elements.stream().map(told).collect(joining("; ")));
            lines.add("");
        }
    }

    private static <T extends ModelElementInstance> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }
}
