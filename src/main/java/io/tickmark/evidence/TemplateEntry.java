package io.tickmark.evidence;

import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.EvidenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is sent about a template that is changed; every wrong field is named at once. */
final class TemplateEntry {

    private static final int LONGEST_NAME = 200;

    private TemplateEntry() {}

    /** As it is sent; {@code version} is the one that was read. */
    record Sent(
            @Nullable String name,
            @Nullable Integer version,
            @Nullable List<@Nullable SentLine> lines) {}

    record SentLine(
            @Nullable String title,
            @Nullable String kind,
            @Nullable List<@Nullable String> criteria,
            @Nullable Integer dueDays,
            @Nullable Boolean clientReview) {}

    /** The template as it is from now on; throws {@link Refused} with every wrong field. */
    static RequestTemplate read(RequestTemplate before, Sent sent) {
        if (sent.version() == null) {
            throw new Malformed("version is the number that the template was read with.");
        }
        List<Refusal> refusals = new ArrayList<>();
        String name = name(sent.name(), refusals);
        List<@Nullable SentLine> given = sent.lines() == null ? List.of() : sent.lines();
        if (given.isEmpty() || given.size() > TemplateLines.MOST) {
            refusals.add(new Refusal("lines", "A template asks for 1 to " + TemplateLines.MOST + " things"));
        }
        List<RequestTemplate.Line> lines = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            SentLine one = given.get(i);
            if (one == null) {
                throw new Malformed("lines[" + i + "] is null.");
            }
            RequestTemplate.Line line = line("lines[" + i + "].", one, refusals);
            if (line != null) {
                lines.add(line);
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return new RequestTemplate(before.id(), name, false, lines, before.version() + 1);
    }

    /** Without spaces around it; refused unless it is one line of some length. */
    static String name(@Nullable String sent, List<Refusal> refusals) {
        String name = sent == null ? "" : sent.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            refusals.add(new Refusal("name", "Name the template in 1 to " + LONGEST_NAME + " characters in one line"));
        }
        return name;
    }

    private static RequestTemplate.@Nullable Line line(String place, SentLine sent, List<Refusal> refusals) {
        List<Refusal> wrong = new ArrayList<>();
        String title = RequestEntry.title(sent.title(), wrong);
        EvidenceKind kind = RequestEntry.kind(sent.kind(), wrong);
        String words = sent.criteria() == null
                ? ""
                : sent.criteria().stream().filter(Objects::nonNull).collect(Collectors.joining(";"));
        List<String> criteria = TemplateLines.criteria(words, "criteria", wrong);
        Integer days = sent.dueDays() == null ? null : TemplateLines.days("" + sent.dueDays(), "dueDays", wrong);
        wrong.forEach(refusal -> refusals.add(new Refusal(place + refusal.field(), refusal.message())));
        return kind == null
                ? null
                : new RequestTemplate.Line(title, kind, criteria, days, Boolean.TRUE.equals(sent.clientReview()));
    }
}
