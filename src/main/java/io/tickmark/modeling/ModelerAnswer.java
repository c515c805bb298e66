package io.tickmark.modeling;

import io.tickmark.modelcheck.Severity;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine's own words for what happened to a deployment, as Camunda Modeler reads them. */
final class ModelerAnswer {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private ModelerAnswer() {}

    record Link(String method, String href, String rel) {}

    /**
     * @param id the release's, which waits for a second owner
     * @param deployedProcessDefinitions empty: nothing is deployed before it is approved
     */
    record Accepted(
            List<Link> links,
            String id,
            @Nullable String name,
            @Nullable String source,
            String deploymentTime,
            @Nullable String tenantId,
            Map<String, Object> deployedProcessDefinitions,
            Map<String, Object> deployedDecisionDefinitions) {}

    /** @param line from 1, or 0 where it is not known */
    record Problem(
            String message, int line, int column, @Nullable String mainElementId, List<String> elementIds) {}

    record Report(List<Problem> errors, List<Problem> warnings) {}

    record Refusal(String type, String message, Map<String, Report> details) {}

    static Accepted accepted(Release release, ModelerUpload upload, HttpServletRequest http) {
        String page = http.getRequestURL().toString().replaceFirst("/engine-rest/.*$", "/models");
        return new Accepted(
                List.of(new Link("GET", page, "self")),
                release.id().toString(),
                upload.name(),
                upload.source(),
                TIME.format(release.submittedAt()),
                null,
                Map.of(),
                Map.of());
    }

    static Refusal refused(List<Finding> all, Submission sent) {
        FirstFindings first = FirstFindings.of(all);
        Map<String, Report> details = new LinkedHashMap<>();
        first.findings().forEach(finding -> {
            Report report =
                    details.computeIfAbsent(finding.file(), f -> new Report(new ArrayList<>(), new ArrayList<>()));
            (finding.severity() == Severity.ERROR ? report.errors() : report.warnings())
                    .add(problem(finding, sent.files().get(finding.file())));
        });
        String message = first.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(ModelerAnswer::line)
                .collect(Collectors.joining("\n"));
        String more = first.more() == 0 ? "" : "\n… and " + first.more() + " findings more.";
        return new Refusal("ParseException", message + more, details);
    }

    private static String line(Finding finding) {
        return finding.file() + (finding.element() == null ? "" : ", " + finding.element()) + ": " + finding.message();
    }

    private static Problem problem(Finding finding, byte @Nullable [] content) {
        String element = finding.element();
        if (element == null) {
            return new Problem(finding.message(), 0, 0, null, List.of());
        }
        String text = content == null ? "" : new String(content, StandardCharsets.UTF_8);
        int at = text.indexOf("\"" + element + "\"");
        int line = at < 0 ? 0 : (int) text.substring(0, at).lines().count();
        int column = at < 0 ? 0 : at - text.lastIndexOf('\n', at);
        return new Problem(finding.message(), line, column, element, List.of(element));
    }
}
