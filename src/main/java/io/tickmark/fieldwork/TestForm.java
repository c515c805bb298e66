package io.tickmark.fieldwork;

import io.tickmark.description.Incidents;
import io.tickmark.evidence.CitedEvidence;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of preparer and reviewer show of a test: the control, its samples, the evidence and the workpaper. */
@Component
class TestForm {

    private final Scope scope;
    private final Requests requests;
    private final CitedEvidence evidence;
    private final Incidents incidents;

    TestForm(Scope scope, Requests requests, CitedEvidence evidence, Incidents incidents) {
        this.scope = scope;
        this.requests = requests;
        this.evidence = evidence;
        this.incidents = incidents;
    }

    /** @param reader who may know the names of what confidential requests hold, or not */
    Map<String, @Nullable Object> of(EngagementId engagement, ControlTestFacts test, Actor reader) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("control", control(engagement, test));
        form.put("sampleItems", SampleItem.of(test.samples()));
        form.put("files", evidence.preview(reader, engagement, accepted(engagement, test.control())));
        takenOut(engagement, test, reader).ifPresent(text -> form.put("evidenceTakenOut", text));
        onFile(engagement, test).ifPresent(text -> form.put("incidentsOnFile", text));
        if (test.conclusion() != null) {
            workpaper(form, test, engagement, reader);
        }
        return form;
    }

    /** What the test can no longer rest on, for preparer and reviewer. */
    private Optional<String> takenOut(EngagementId engagement, ControlTestFacts test, Actor reader) {
        List<UUID> cited = test.evidence().stream().map(CitedDocument::document).toList();
        Stream<String> files = evidence.of(reader, engagement, cited).values().stream()
                .filter(CitedEvidence.Cited::takenOut)
                .map(file -> file.name() + ", which the workpaper cites, was taken out as given by mistake.");
        Stream<String> requested = evidence.emptied(reader, engagement, test.control()).stream()
                .map(request -> "Nothing is left of what was accepted for " + request + ": ask for it again, or"
                        + " conclude on what is there.");
        return Optional.of(Stream.concat(files, requested).collect(Collectors.joining("\n")))
                .filter(text -> !text.isEmpty());
    }

    /** What the client recorded of the control itself: a test that does not know it would conclude beside the facts. */
    private Optional<String> onFile(EngagementId engagement, ControlTestFacts test) {
        return Optional.of(incidents.byControl(engagement).getOrDefault(test.control(), List.of()).stream()
                        .map(incident -> incident.label() + ": " + incident.nature())
                        .collect(Collectors.joining("\n")))
                .filter(text -> !text.isEmpty());
    }

    private List<UUID> accepted(EngagementId engagement, String control) {
        return requests.accepted(engagement, control).stream()
                .map(given -> given.document().id())
                .toList();
    }

    private Map<String, Object> control(EngagementId engagement, ControlTestFacts test) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("reference", test.control());
        shown.put("title", test.title());
        scope.control(engagement, test.control()).ifPresent(control -> {
            shown.put("description", control.description());
            shown.put("frequency", control.frequency().replace('_', ' '));
        });
        Integer population = test.population();
        if (population != null) {
            shown.put("population", population + tested(test));
        }
        if (!test.samples().isEmpty()) {
            shown.put(
                    "seed",
                    String.join(
                            ", ", test.samples().stream().map(SampleFacts::seed).toList()));
        }
        return shown;
    }

    /** What a further round leaves out, so that the workpaper tells why these items and no others. */
    private static String tested(ControlTestFacts test) {
        return test.samples().stream().anyMatch(sample -> sample.round() > 1)
                ? ", without those tested in earlier rounds"
                : "";
    }

    private void workpaper(
            Map<String, @Nullable Object> form, ControlTestFacts test, EngagementId engagement, Actor reader) {
        Conclusion conclusion = test.conclusion();
        form.put("inquiry", test.inquiry());
        form.put("procedure", test.procedure());
        form.put("procedurePerformed", test.performed());
        form.put("itemsTested", test.itemsTested());
        // the word that the model's gateway reads, since a read-only field is among the answers too
        form.put("conclusion", conclusion == null ? null : conclusion.word());
        form.put("itemsFailed", test.itemsFailed());
        form.put("failedAttribute", test.failedAttribute());
        form.put("cause", test.cause());
        form.put("extent", test.extent());
        form.put("nilProof", test.nilProof());
        form.put(
                "workpapers",
                evidence.preview(
                        reader,
                        engagement,
                        test.evidence().stream()
                                .filter(CitedDocument::workpaper)
                                .map(CitedDocument::document)
                                .toList()));
        form.values().removeIf(value -> value == null);
    }
}
