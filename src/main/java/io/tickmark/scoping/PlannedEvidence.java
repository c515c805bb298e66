package io.tickmark.scoping;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One evidence request that a control's owner is to expect; {@code text} says what is asked for, on one line. */
public record PlannedEvidence(EvidenceKind kind, String text) {

    /** One request per line, as the database keeps them: {@code POP list of joiners}. */
    static String lines(List<PlannedEvidence> evidence) {
        return evidence.stream().map(e -> e.kind.code() + " " + e.text).collect(Collectors.joining("\n"));
    }

    static List<PlannedEvidence> read(String lines) {
        return lines.lines().map(PlannedEvidence::of).toList();
    }

    private static PlannedEvidence of(String line) {
        String code = line.substring(0, line.indexOf(' '));
        EvidenceKind kind = Stream.of(EvidenceKind.values())
                .filter(k -> k.code().equals(code))
                .findFirst()
                .orElseThrow();
        return new PlannedEvidence(kind, line.substring(code.length() + 1));
    }
}
