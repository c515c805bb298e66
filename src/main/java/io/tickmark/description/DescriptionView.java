package io.tickmark.description;

import io.tickmark.description.Completions.Completion;
import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the description together for whoever reads it: texts, what is missing, what the file proposes. */
@Component
class DescriptionView {

    /**
     * @param state {@code open}, or {@code complete} while the text stands as it goes into the report
     * @param measure {@code criteria}, or {@code objectives} for a SOC 1
     * @param mayWrite whether the reader may write it now
     * @param mayRecord whether the reader may record incidents and changes
     * @param mayComment whether the reader may comment and resolve
     */
    record DescribedSystem(
            String state,
            @Nullable Instant completedAt,
            @Nullable String completedBy,
            String measure,
            boolean mayWrite,
            boolean mayRecord,
            boolean mayComment,
            List<SectionAnswer> sections,
            List<Missing> missing) {}

    private final SectionVersions versions;
    private final Completions completions;
    private final FactsOnFile file;
    private final Comments comments;
    private final DescriptionSight sight;

    DescriptionView(
            SectionVersions versions,
            Completions completions,
            FactsOnFile file,
            Comments comments,
            DescriptionSight sight) {
        this.versions = versions;
        this.completions = completions;
        this.file = file;
        this.comments = comments;
        this.sight = sight;
    }

    @Transactional(readOnly = true)
    public DescribedSystem of(Actor reader, EngagementFacts engagement) {
        EngagementId id = engagement.id();
        Completion completion = completions.standing(id).orElse(null);
        Map<Section, SectionVersion> current = versions.current(id);
        Map<Section, String> texts = new EnumMap<>(Section.class);
        current.forEach((section, version) -> texts.put(section, version.text()));
        FiledFacts facts = file.of(engagement);
        List<Missing> missing = Completeness.check(facts, texts);
        Suggestions suggestions = new Suggestions(facts, texts);
        Map<String, Integer> open = comments.open(id, sight.seesInternal(reader, id));
        boolean writes = completion == null && sight.maySay(reader, id);
        return new DescribedSystem(
                completion == null ? "open" : "complete",
                completion == null ? null : completion.at(),
                completion == null ? null : completion.by(),
                facts.byObjectives() ? "objectives" : "criteria",
                writes,
                sight.mayRecord(reader, id),
                sight.mayComment(reader, id),
                Stream.of(Section.values())
                        .filter(section -> section.isPartOf(facts.byObjectives()))
                        .map(section -> section(
                                section,
                                facts,
                                current.get(section),
                                completion != null,
                                open.getOrDefault(section.key(), 0),
                                writes ? suggestions.of(section) : List.of(),
                                missing))
                        .toList(),
                missing);
    }

    private static SectionAnswer section(
            Section section,
            FiledFacts facts,
            @Nullable SectionVersion standing,
            boolean complete,
            int openComments,
            List<Suggestion> suggestions,
            List<Missing> missing) {
        String text = standing == null ? "" : standing.text();
        return new SectionAnswer(
                section.key(),
                section.criterion(),
                section.title(facts.byObjectives()),
                section.question(facts.byObjectives()),
                text,
                standing == null ? 0 : standing.version(),
                complete ? "complete" : text.isEmpty() ? "empty" : "written",
                standing == null ? null : standing.writer(),
                standing == null ? null : standing.writtenAt(),
                standing == null ? null : standing.writtenWith(),
                facts.reports().stream()
                        .map(ReportPlan::reportType)
                        .filter(section::isPrintedIn)
                        .distinct()
                        .toList(),
                openComments,
                suggestions,
                missing.stream()
                        .filter(one -> one.section().equals(section.key()))
                        .map(Missing::message)
                        .toList());
    }
}
