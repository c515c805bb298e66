package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.sheets.ImportAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over a request list: lines without a reference are raised, those with one change their request's title, owner
 * and day. A bad line keeps all of it out.
 */
@Component
@Transactional
class RequestImport {

    private final RequestRepository table;
    private final Requests requests;
    private final RequestEntry entry;
    private final RequestChanges changes;

    RequestImport(RequestRepository table, Requests requests, RequestEntry entry, RequestChanges changes) {
        this.table = table;
        this.requests = requests;
        this.entry = entry;
        this.changes = changes;
    }

    /**
     * With {@code dryRun} bad lines are part of the answer, and nothing is changed; otherwise {@link Refused} names all
     * of them.
     *
     * @param by whose right to ask was checked before
     */
    public ImportAnswer take(Actor by, EngagementId engagement, byte[] file, boolean dryRun) {
        Taking taking = new Taking(engagement);
        RequestLines.read(file).forEach(taking::look);
        if (!dryRun) {
            taking.refuseBadLines();
            taking.carryOut(by);
        }
        return ImportAnswer.of(dryRun, taking.outcomes);
    }

    /** One import under way. */
    private final class Taking {

        private final EngagementId engagement;
        private final RequestEntry.Reading reading;
        private final Map<String, EvidenceRequest> known;
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<ImportAnswer.Line> outcomes = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final List<NewRequest> raised = new ArrayList<>();
        private final List<RequestChanges.Change> changed = new ArrayList<>();

        Taking(EngagementId engagement) {
            this.engagement = engagement;
            this.reading = entry.reading(engagement);
            this.known = table.findByEngagementIdOrderByNumber(engagement.value()).stream()
                    .collect(Collectors.toMap(EvidenceRequest::reference, Function.identity()));
        }

        void look(RequestLines.Line line) {
            List<Refusal> wrong = new ArrayList<>(line.refusals());
            String outcome = ImportAnswer.REFUSED;
            if (wrong.isEmpty()) {
                outcome = line.reference().isEmpty() ? created(line, wrong) : updated(line, wrong);
            }
            if (wrong.isEmpty()) {
                outcomes.add(ImportAnswer.Line.good(line.number(), line.reference(), outcome));
            } else {
                outcomes.add(ImportAnswer.Line.refused(line.number(), line.reference(), wrong));
                wrong.forEach(refusal ->
                        refusals.add(new Refusal("line " + line.number() + ": " + refusal.field(), refusal.message())));
            }
        }

        private String created(RequestLines.Line line, List<Refusal> wrong) {
            try {
                raised.add(reading.read(line.sent()));
            } catch (Refused refused) {
                refused.refusals().forEach(r -> wrong.add(new Refusal(column(r.field()), r.message())));
            }
            return ImportAnswer.CREATED;
        }

        private String updated(RequestLines.Line line, List<Refusal> wrong) {
            EvidenceRequest request = known.get(line.reference());
            Integer before = seen.putIfAbsent(line.reference(), line.number());
            if (request == null) {
                wrong.add(new Refusal(
                        "reference",
                        "There is no request " + line.reference() + " here; leave it empty to ask for something new"));
            } else if (before != null) {
                wrong.add(new Refusal("reference", line.reference() + " stands on line " + before + " already"));
            }
            if (request == null || before != null) {
                return ImportAnswer.REFUSED;
            }
            RequestChanges.Change change = change(request, line, wrong);
            if (!wrong.isEmpty()) {
                return ImportAnswer.REFUSED;
            }
            if (change.isNone()) {
                return ImportAnswer.UNCHANGED;
            }
            changed.add(change);
            return ImportAnswer.UPDATED;
        }

        private RequestChanges.Change change(EvidenceRequest request, RequestLines.Line line, List<Refusal> wrong) {
            RequestEntry.Sent sent = line.sent();
            RequestFacts facts = request.facts();
            boolean otherKind = !facts.kind().name().equalsIgnoreCase(sent.kind());
            if (otherKind || !facts.controls().equals(sent.controls())) {
                wrong.add(new Refusal(
                        otherKind ? "kind" : "controls",
                        "What kind a request is and which controls it serves stays; withdraw it and ask anew"));
            }
            if (line.located() && !inOneLine(request.location()).equals(inOneLine(sent.location()))) {
                wrong.add(new Refusal("location", "For which place a request asks stays; withdraw it and ask anew"));
            }
            String title = RequestEntry.title(sent.title(), wrong);
            Actor owner = line.owned() ? owner(request, sent.owner(), wrong) : null;
            boolean otherOwner = line.owned() && !Objects.equals(request.owner(), owner == null ? null : owner.id());
            boolean later = sent.due() == null || !sent.due().equals(request.due());
            RequestChanges.Change change = new RequestChanges.Change(
                    request,
                    title.equals(request.title()) ? null : title,
                    otherOwner,
                    owner,
                    later ? entry.due(sent.due(), wrong) : null);
            if (!change.isNone() && request.state().isClosed()) {
                wrong.add(new Refusal(
                        "reference",
                        request.reference() + " is " + request.state().word() + " and cannot be changed any more"));
            }
            return change;
        }

        /** Who has it already need not be on the team any more. */
        private @Nullable Actor owner(EvidenceRequest request, @Nullable String username, List<Refusal> wrong) {
            return changes.owner(request)
                    .filter(owner -> owner.username().equals(username))
                    .orElseGet(() -> reading.owner(username, wrong));
        }

        void refuseBadLines() {
            if (!refusals.isEmpty()) {
                throw new Refused(refusals);
            }
        }

        void carryOut(Actor by) {
            changed.forEach(change -> changes.make(change, by));
            if (!raised.isEmpty()) {
                requests.raiseListed(engagement, raised, by);
            }
        }
    }

    /** As a cell of a list is read. */
    private static String inOneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    /** As the list names it. */
    private static String column(String field) {
        return switch (field) {
            case "coversFrom" -> "covers_from";
            case "coversTo" -> "covers_to";
            case "sampleOf" -> "sample_of";
            default -> field;
        };
    }
}
