package io.tickmark;

import static io.tickmark.Phrases.camel;
import static io.tickmark.Phrases.kebab;
import static io.tickmark.Phrases.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a task, a step, a decision and a call promise: who, which form, which step, which process. */
final class ActivityRules {

    static final Set<String> ROLES = Set.of(
            "client-sponsor",
            "client-compliance",
            "control-owner",
            "audit-partner",
            "audit-manager",
            "audit-senior",
            "audit-staff",
            "audit-team",
            "quality-reviewer",
            "project-manager");

    private final Set<String> knownFiles;
    private final List<String> findings = new ArrayList<>();

    private ActivityRules(Set<String> knownFiles) {
        this.knownFiles = knownFiles;
    }

    static List<String> findings(BpmnModelInstance model, Set<String> knownFiles) {
        var rules = new ActivityRules(knownFiles);
        model.getModelElementsByType(UserTask.class).forEach(rules::userTask);
        model.getModelElementsByType(ServiceTask.class).forEach(rules::serviceTask);
        model.getModelElementsByType(BusinessRuleTask.class).forEach(rules::decision);
        model.getModelElementsByType(CallActivity.class).forEach(rules::call);
        return rules.findings;
    }

    private void userTask(UserTask task) {
        String id = task.getId();
        List<String> groups = task.getCamundaCandidateGroupsList();
        check(groups.size() == 1 && ROLES.containsAll(groups), id + " is not one known role's: " + groups);
        String form = kebab(tail(task));
        check(form.equals(task.getCamundaFormRef()), id + " does not show the form " + form);
        check(knownFiles.contains(form + ".form"), id + " has no form file");
        check("deployment".equals(task.getCamundaFormRefBinding()), id + " takes its form from another deployment");
        String due = String.valueOf(task.getCamundaDueDate());
        check(due.matches("P[1-9]\\d*D|\\$\\{\\w+}"), id + " has no due date that can be read: " + due);
        String owner = task.getCamundaAssignee();
        check(owner == null || owner.matches("\\$\\{\\w+}"), id + " belongs to a person by name");
        check(!task.getDocumentations().isEmpty(), id + " says nothing about itself");
    }

    private void serviceTask(ServiceTask task) {
        String id = task.getId();
        // the file is locked the same way, whether or not the engagement came to its end
        String step = id.equals("ServiceTask_LockWithdrawnFile") ? "lockFile" : camel(tail(task));
        check(("${" + step + "}").equals(task.getCamundaDelegateExpression()), id + " is not the step " + step);
        check(task.isCamundaAsyncBefore() && task.isCamundaExclusive(), id + " runs inside somebody's completion");
    }

    private void decision(BusinessRuleTask task) {
        String id = task.getId();
        check(knownFiles.contains(task.getCamundaDecisionRef() + ".dmn"), id + " asks an unknown decision");
        check("deployment".equals(task.getCamundaDecisionRefBinding()), id + " asks another deployment's decision");
        check("singleEntry".equals(task.getCamundaMapDecisionResult()), id + " keeps more than one answer");
        check(task.getCamundaResultVariable() != null, id + " loses the answer");
    }

    private void call(CallActivity call) {
        String id = call.getId();
        check(knownFiles.contains(call.getCalledElement() + ".bpmn"), id + " calls an unknown process");
        check(kebab(tail(call)).equals(call.getCalledElement()), id + " is not named like what it calls");
        check("deployment".equals(call.getCamundaCalledElementBinding()), id + " calls another deployment's process");
        List<CamundaIn> ins = extensions(call, CamundaIn.class);
        check(
                ins.stream().anyMatch(in -> "${engagementId}".equals(in.getCamundaBusinessKey())),
                id + " does not pass the business key");
        check(
                ins.stream().anyMatch(in -> "engagementId".equals(in.getCamundaSource())),
                id + " does not pass the engagement");
        for (CamundaIn in : ins) {
            check(Objects.equals(in.getCamundaSource(), in.getCamundaTarget()), id + " renames what it passes");
            check(in.getCamundaVariables() == null, id + " passes everything");
        }
        for (CamundaOut out : extensions(call, CamundaOut.class)) {
            check(Objects.equals(out.getCamundaSource(), out.getCamundaTarget()), id + " renames what it takes back");
        }
    }

    private static <T extends ModelElementInstance> List<T> extensions(CallActivity call, Class<T> type) {
        return call.getExtensionElements().getElementsQuery().filterByType(type).list();
    }

    private void check(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }
}
