package io.tickmark.journey;

import io.tickmark.bench.BareEngine;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;

/**
 * The same audit on the bare engine: the same models, the same decisions, as many requests and tests. Its steps do
 * nothing but what the models cannot go on without, and dates are due at once.
 */
final class BareLifeCycle implements AutoCloseable {

    private static final Pattern READ = Pattern.compile("\\$\\{(\\w+)|source=\"(\\w+)\"|<text>(\\w+)</text>");

    private final Set<String> read = new TreeSet<>();
    private final BareEngine bare;
    private AuditDone same;
    private int gapsOpen;

    /** @param first the audit whose counts and decisions are repeated */
    BareLifeCycle(AuditDone first) {
        same = first;
        for (String ending : List.of(".bpmn", ".dmn")) {
            BareEngine.texts(ending).forEach(text -> READ.matcher(text).results().forEach(found -> {
                for (int group = 1; group <= found.groupCount(); group++) {
                    if (found.group(group) != null) {
                        read.add(found.group(group));
                    }
                }
            }));
        }
        bare = new BareEngine(steps());
    }

    private Map<String, JavaDelegate> steps() {
        return Map.of(
                "countAuditors", step -> step.setVariable("auditorCount", same.count("ConfirmIndependence")),
                "planCalendar",
                        step -> {
                            step.setVariable("atOneDate", false);
                            List.of("periodStart", "periodEnd", "periodOver", "renewalDate")
                                    .forEach(date -> step.setVariable(date, ClockUtil.getCurrentTime()));
                        },
                "startRemediations", this::startRemediations,
                "closeGap", this::closeGap,
                "issueRequests", this::issueRequests,
                "planNextCollection", step -> step.setVariable("collectionAhead", false),
                "beginRollForward", step -> start(step, "control-test", "controlTestId", same.count("TestControl")),
                "checkOpenWork", step -> step.setVariable("workOpen", false),
                "openNextEngagement", step -> begin(step.getProcessEngineServices().getRuntimeService()::startProcessInstanceByKey));
    }

    private void startRemediations(DelegateExecution step) {
        gapsOpen = same.count("FixGap");
        step.setVariable("gapsOpen", gapsOpen > 0);
        start(step, "remediation", "gapId", gapsOpen);
    }

    private void closeGap(DelegateExecution step) {
        gapsOpen--;
        if (gapsOpen == 0) {
            step.getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation("Message_GapsClosed")
                    .processInstanceBusinessKey(step.getProcessBusinessKey())
                    .correlate();
        }
    }

    private void issueRequests(DelegateExecution step) {
        start(step, "evidence-request", "requestId", same.count("ProvideEvidence"));
    }

    private static void start(DelegateExecution step, String process, String subject, int count) {
        for (int i = 0; i < count; i++) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("engagementId", step.getProcessBusinessKey());
            variables.put(subject, UUID.randomUUID().toString());
            variables.put("requestKind", "DOCUMENT");
            variables.put("requestOwner", null);
            variables.put("requestDue", Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(300))));
            variables.put("clientReview", "no");
            step.getProcessEngineServices()
                    .getRuntimeService()
                    .startProcessInstanceByKey(process, step.getProcessBusinessKey(), variables);
        }
    }

    private interface Starter {
        Object start(String process, String businessKey, Map<String, Object> variables);
    }

    private static String begin(Starter runtime) {
        String engagement = UUID.randomUUID().toString();
        runtime.start(
                "engagement",
                engagement,
                Map.of("engagementId", engagement, "furtherWork", "no", "qualityReviewNeeded", "no"));
        return engagement;
    }

    /** Goes through a life cycle; answers how often each task was completed. */
    Map<String, Integer> run(AuditDone audit) {
        same = audit;
        Map<String, Integer> completed = new TreeMap<>();
        String engagement = begin(bare.engine().getRuntimeService()::startProcessInstanceByKey);
        for (boolean moved = true; moved; ) {
            bare.runJobs();
            List<Task> open = bare.engine()
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(engagement)
                    .list();
            moved = !open.isEmpty();
            for (Task task : open) {
                String phrase = task.getTaskDefinitionKey().substring("UserTask_".length());
                bare.engine().getTaskService().complete(task.getId(), audit.answers(phrase, read));
                completed.merge(phrase, 1, Integer::sum);
            }
        }
        return completed;
    }

    @Override
    public void close() {
        bare.close();
    }
}
