package io.tickmark.description;

import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incident or change as it is sent.
 *
 * @param version what it was when it was read; for a change of it only
 */
record IncidentGiven(
        @Nullable IncidentKind kind,
        @Nullable String title,
        @Nullable LocalDate occurredOn,
        @Nullable LocalDate discoveredOn,
        @Nullable String nature,
        @Nullable String extent,
        @Nullable List<String> controls,
        @Nullable List<String> criteria,
        @Nullable Boolean fromFailedControls,
        @Nullable Boolean failedCommitments,
        @Nullable String disposition,
        @Nullable Integer version) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 10_000;

    /**
     * Throws {@link Refused} with everything that cannot be taken.
     *
     * @param ours references of the scope's controls
     * @param measured ids of its criteria or control objectives
     */
    IncidentEntry entry(Set<String> ours, Set<String> measured, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        if (kind == null) {
            refusals.add(new Refusal("kind", "Say what it is: one of " + Arrays.toString(IncidentKind.values())));
        }
        String name = text("title", title, LONGEST_TITLE, refusals);
        String what = text("nature", nature, LONGEST, refusals);
        String far = extent == null ? "" : text("extent", extent, LONGEST, refusals, 0);
        String done = disposition == null ? "" : text("disposition", disposition, LONGEST, refusals, 0);
        List<String> on = among("controls", controls, ours, "no control of the scope", refusals);
        List<String> by = among("criteria", criteria, measured, "none that the scope measures by", refusals);
        dates(today, refusals);
        if (kind == null || occurredOn == null || discoveredOn == null || !refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return new IncidentEntry(
                kind,
                name,
                occurredOn,
                discoveredOn,
                what,
                far,
                on,
                by,
                Boolean.TRUE.equals(fromFailedControls),
                Boolean.TRUE.equals(failedCommitments),
                done);
    }

    private void dates(LocalDate today, List<Refusal> refusals) {
        if (occurredOn == null) {
            refusals.add(new Refusal("occurredOn", "Say on which day it began"));
        } else if (occurredOn.isAfter(today)) {
            refusals.add(new Refusal("occurredOn", "It is recorded once it has happened, not before"));
        }
        if (discoveredOn == null) {
            refusals.add(new Refusal("discoveredOn", "Say on which day you learned of it"));
        } else if (discoveredOn.isAfter(today)) {
            refusals.add(new Refusal("discoveredOn", "This day has not come yet"));
        } else if (occurredOn != null && discoveredOn.isBefore(occurredOn)) {
            refusals.add(new Refusal("discoveredOn", "It cannot have been discovered before it began"));
        }
    }

    private static String text(String field, @Nullable String given, int longest, List<Refusal> refusals) {
        return text(field, given, longest, refusals, 1);
    }

    private static String text(
            String field, @Nullable String given, int longest, List<Refusal> refusals, int shortest) {
        String text = given == null ? "" : given.strip();
        if (text.length() < shortest || text.length() > longest) {
            refusals.add(new Refusal(field, "Write " + shortest + " to " + longest + " characters"));
        }
        return text;
    }

    private static List<String> among(
            String field, @Nullable List<String> given, Set<String> known, String otherwise, List<Refusal> refusals) {
        List<String> named =
                given == null ? List.of() : given.stream().distinct().toList();
        named.stream()
                .filter(one -> !known.contains(one))
                .forEach(one -> refusals.add(new Refusal(field, one + " is " + otherwise)));
        return named;
    }
}
