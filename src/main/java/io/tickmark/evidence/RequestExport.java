package io.tickmark.evidence;

import io.tickmark.kernel.EngagementId;
import io.tickmark.sheets.SheetFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The request list to take along; what an import reads stands in it under the same headings. */
@Component
class RequestExport {

    private static final List<String> HEADING = List.of(
            "reference",
            "title",
            "kind",
            "controls",
            "owner",
            "due",
            "covers_from",
            "covers_to",
            "client_review",
            "sample_of",
            "location",
            "state",
            "documents",
            "reminders",
            "returned",
            "last_return");

    private final RequestRepository requests;
    private final RequestAnswers answers;

    RequestExport(RequestRepository requests, RequestAnswers answers) {
        this.requests = requests;
        this.answers = answers;
    }

    /** Every request that the person sees, by their numbers. */
    @Transactional(readOnly = true)
    public byte[] of(EngagementId engagement, RequestSight.View view, SheetFormat format) {
        List<EvidenceRequest> seen = requests.findByEngagementIdOrderByNumber(engagement.value()).stream()
                .filter(view::sees)
                .toList();
        List<List<@Nullable Object>> rows = answers.of(seen, view.actor(), List.of()).stream()
                .map(RequestExport::row)
                .toList();
        return format.write("Requests", HEADING, rows);
    }

    private static List<@Nullable Object> row(RequestAnswer request) {
        List<RequestReturn.Reason> returns = request.reasons();
        RequestReturn.Reason last = returns.isEmpty() ? null : returns.get(returns.size() - 1);
        return Arrays.asList(
                request.reference(),
                request.title(),
                request.kind(),
                String.join(";", request.controls()),
                request.owner(),
                request.due(),
                request.coversFrom(),
                request.coversTo(),
                request.clientReview() ? "yes" : "no",
                request.sampleOf(),
                request.location(),
                request.state(),
                present(request),
                request.reminders(),
                returns.size(),
                last == null
                        ? null
                        : Stream.of(last.reason(), last.note())
                                .filter(word -> !word.isBlank())
                                .reduce((a, b) -> a + ": " + b)
                                .orElse(""));
    }

    /** What is there to be looked at: not what two people took out. */
    private static long present(RequestAnswer request) {
        return request.documents().stream()
                .filter(document -> !document.state().equals(DocumentState.PURGED.word()))
                .count();
    }
}
