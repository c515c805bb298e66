package io.tickmark.reporting;

import io.tickmark.evidence.RequestFacts;
import io.tickmark.evidence.Requests;
import io.tickmark.fieldwork.ControlTestFacts;
import io.tickmark.fieldwork.Tests;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What would be left half done in a file that is closed now. */
@Component
class OpenEnds {

    private final Requests requests;
    private final Tests tests;

    OpenEnds(Requests requests, Tests tests) {
        this.requests = requests;
        this.tests = tests;
    }

    List<String> requests(EngagementId engagement) {
        return requests.of(engagement).stream()
                .filter(request -> !request.state().isClosed())
                .map(RequestFacts::reference)
                .toList();
    }

    /** Refusals at the field by which a file is said to be complete. */
    List<Refusal> refusals(EngagementId engagement) {
        List<Refusal> refusals = new ArrayList<>();
        List<String> requested = requests(engagement);
        if (!requested.isEmpty()) {
            refusals.add(new Refusal(
                    "completeness",
                    "Evidence requests are still open: " + String.join(", ", requested) + "; accept or withdraw them"));
        }
        List<String> tested = tests.of(engagement).stream()
                .filter(test -> !test.state().isEnded())
                .map(ControlTestFacts::control)
                .toList();
        if (!tested.isEmpty()) {
            refusals.add(new Refusal(
                    "completeness", "The tests of these controls are not closed: " + String.join(", ", tested)));
        }
        return refusals;
    }
}
