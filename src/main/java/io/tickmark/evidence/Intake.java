package io.tickmark.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a document with every check there is, and writes down what its giver should know while still there. */
@Component
class Intake {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final List<FitnessCheck> checks;
    private final JsonMapper json;

    Intake(List<FitnessCheck> checks, JsonMapper json) {
        this.checks = checks;
        this.json = json;
    }

    /** Looks again at all of it; what was said about a finding stays said. */
    void look(Examined examined) {
        List<Finding> found = new ArrayList<>();
        checks.forEach(check -> found.addAll(check.look(examined)));
        write(examined.document(), found);
    }

    /** Replaces what one check has found before. */
    void replace(Document document, List<String> codes, List<Finding> found) {
        List<Finding> all = new ArrayList<>(of(document));
        all.removeIf(finding -> codes.contains(finding.code()));
        all.addAll(found);
        write(document, all);
    }

    private void write(Document document, List<Finding> found) {
        List<Finding> before = of(document);
        document.found(json.writeValueAsString(found.stream()
                .map(finding ->
                        earlier(before, finding.code()).map(finding::overridden).orElse(finding))
                .toList()));
    }

    private static Optional<Finding.Override> earlier(List<Finding> before, String code) {
        return before.stream()
                .filter(finding -> finding.code().equals(code))
                .flatMap(finding -> Optional.ofNullable(finding.override()).stream())
                .findFirst();
    }

    /** False where nothing of this code was found. */
    boolean override(Document document, String code, Finding.Override said) {
        List<Finding> all = of(document);
        document.found(json.writeValueAsString(all.stream()
                .map(finding -> finding.code().equals(code) ? finding.overridden(said) : finding)
                .toList()));
        return all.stream().anyMatch(finding -> finding.code().equals(code));
    }

    List<Finding> of(Document document) {
        return json.readValue(document.findings(), FINDINGS);
    }
}
