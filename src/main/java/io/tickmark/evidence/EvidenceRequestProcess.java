package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code evidence-request}: one instance per request. */
@Component
class EvidenceRequestProcess implements ProcessVariables {

    static final String KEY = "evidence-request";
    static final String MESSAGE_WITHDRAWN = "Message_RequestWithdrawn";
    static final Variable<String> REQUEST_ID = Variable.text("requestId");
    static final Variable<String> REQUEST_KIND = Variable.text("requestKind");
    /** A username, or null. */
    static final Variable<String> REQUEST_OWNER = Variable.text("requestOwner");

    static final Variable<LocalDate> REQUEST_DUE = Variable.date("requestDue");
    static final Variable<String> CLIENT_REVIEW = Variable.text("clientReview");

    private final Processes processes;
    private final Engagements engagements;
    private final People people;

    EvidenceRequestProcess(Processes processes, Engagements engagements, People people) {
        this.processes = processes;
        this.engagements = engagements;
        this.people = people;
    }

    void start(EvidenceRequest request) {
        PersonId owner = request.owner();
        Map<Variable<?>, @Nullable Object> variables = new HashMap<>();
        variables.put(REQUEST_ID, request.id().toString());
        variables.put(REQUEST_KIND, request.kind().name());
        variables.put(REQUEST_OWNER, owner == null ? null : people.username(owner));
        variables.put(REQUEST_DUE, request.due());
        variables.put(CLIENT_REVIEW, request.clientReview() ? "yes" : "no");
        String bundle = engagements.outline(request.engagement()).bundle();
        processes.start(KEY, bundle, request.engagement(), variables);
    }

    /** What comes back to the owner comes to that person. */
    void handTo(OpenTask task, @Nullable Actor owner) {
        processes.set(task.processInstance(), REQUEST_OWNER, owner == null ? null : owner.username());
    }

    /** What comes back to the owner comes to that person; nothing for a draft, which has no process yet. */
    void handTo(EvidenceRequest request, @Nullable Actor owner) {
        instance(request)
                .ifPresent(instance -> processes.set(instance, REQUEST_OWNER, owner == null ? null : owner.username()));
    }

    /** Its open task, and the timer that waits for its day, are due by the request's own day from now on. */
    void dueIs(EvidenceRequest request) {
        instance(request).ifPresent(instance -> processes.setDate(instance, REQUEST_DUE, request.due()));
    }

    private Optional<String> instance(EvidenceRequest request) {
        return processes.instance(request.engagement(), REQUEST_ID, request.id().toString());
    }

    /** False when no process waits for it: a draft has none yet. */
    boolean withdraw(EvidenceRequest request) {
        return processes.tell(
                MESSAGE_WITHDRAWN,
                request.engagement(),
                REQUEST_ID,
                request.id().toString());
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(REQUEST_ID, REQUEST_KIND, REQUEST_OWNER, REQUEST_DUE, CLIENT_REVIEW);
    }

    @Override
    public Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of(KEY, variables());
    }
}
