package io.tickmark.scoping;

import io.tickmark.kernel.EngagementId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an engagement examines. Before the freeze everything is as proposed: the client's own answers where there are
 * some, else last year's scope, else all of the client's controls that serve the categories.
 */
@Component
@Transactional(readOnly = true)
public class Scope {

    private final FrozenScope frozen;
    private final ProposedScope proposed;

    Scope(FrozenScope frozen, ProposedScope proposed) {
        this.frozen = frozen;
        this.proposed = proposed;
    }

    public boolean isFrozen(EngagementId engagement) {
        return frozen.exists(engagement);
    }

    /** In the order of the client's list. */
    public List<ScopedControl> controls(EngagementId engagement) {
        return frozen.exists(engagement) ? frozen.controls(engagement) : proposed.controls(engagement);
    }

    /** One control of the scope by the client's own id of it. */
    public Optional<ScopedControl> control(EngagementId engagement, String reference) {
        return controls(engagement).stream()
                .filter(c -> c.reference().equals(reference))
                .findFirst();
    }

    /** All criteria of the engagement's categories in catalogue order, those that do not apply included. */
    public List<ScopedCriterion> criteria(EngagementId engagement) {
        return frozen.exists(engagement) ? frozen.criteria(engagement) : proposed.criteria(engagement);
    }

    /** Ids of the criteria that apply and that no control of the scope serves. */
    public List<String> uncovered(EngagementId engagement) {
        return uncovered(criteria(engagement), controls(engagement));
    }

    /** The same as rows of a form's table: {@code reference} and {@code title}. */
    public List<Map<String, String>> uncoveredRows(EngagementId engagement) {
        List<ScopedCriterion> criteria = criteria(engagement);
        List<String> uncovered = uncovered(criteria, controls(engagement));
        return criteria.stream()
                .filter(c -> uncovered.contains(c.id()))
                .map(c -> Map.of("reference", c.id(), "title", c.title()))
                .toList();
    }

    static List<String> uncovered(List<ScopedCriterion> criteria, List<ScopedControl> controls) {
        Set<String> covered =
                controls.stream().flatMap(c -> c.criteria().stream()).collect(Collectors.toSet());
        return criteria.stream()
                .filter(ScopedCriterion::applicable)
                .map(ScopedCriterion::id)
                .filter(id -> !covered.contains(id))
                .toList();
    }

    /** The scope's controls as options of a form: {@code label} and {@code value}, the value being the reference. */
    public List<Map<String, String>> controlOptions(EngagementId engagement) {
        return controls(engagement).stream()
                .map(c -> Map.of("label", c.label(), "value", c.reference()))
                .toList();
    }

    /** The criteria that apply as options of a form: {@code label} and {@code value}, the value being the id. */
    public List<Map<String, String>> criterionOptions(EngagementId engagement) {
        return criteria(engagement).stream()
                .filter(ScopedCriterion::applicable)
                .map(c -> Map.of("label", c.label(), "value", c.id()))
                .toList();
    }
}
