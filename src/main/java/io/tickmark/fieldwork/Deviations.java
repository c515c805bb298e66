package io.tickmark.fieldwork;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deviations of an engagement. It asks no rights: the client knows of one only when its response is asked. */
@Service
@Transactional(readOnly = true)
public class Deviations {

    private final DeviationRepository deviations;

    Deviations(DeviationRepository deviations) {
        this.deviations = deviations;
    }

    /** All that reviewed tests found, by number; one statement. */
    public List<DeviationFacts> of(EngagementId engagement) {
        return deviations.findByEngagementIdOrderByNumber(engagement.value()).stream()
                .map(Deviation::facts)
                .toList();
    }

    Deviation ofTest(UUID test) {
        return deviations
                .findByTestId(test)
                .orElseThrow(() -> new NotFound("The test " + test + " has found no deviation"));
    }
}
