package io.tickmark.scoping;

import java.util.List;

/** One good line of a control list. */
record ControlLine(
        String reference,
        String title,
        String description,
        List<String> criteria,
        String frequency,
        String nature,
        List<PlannedEvidence> evidence) {}
