package io.tickmark.description;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileLock;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refused;
import io.tickmark.kernel.Sha256;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.PhaseBegun;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The system description of an engagement as management writes it, section by section. What a task's form asks for and
 * what the page shows is one text, kept here (docs/adr/0037). It asks no rights.
 */
@Service
@Transactional
public class SystemDescription {

    /** As much as a field of a form takes, in UTF-16 units: each text can be completed in a task, too. */
    static final int LONGEST = 20_000;

    private static final String ON_PAGE = "page";
    private static final Set<String> ENDED = Set.of("declined", "withdrawn", "closed");

    private final SectionVersions versions;
    private final Completions completions;
    private final FactsOnFile facts;
    private final Comments comments;
    private final Incidents incidents;
    private final Engagements engagements;
    private final FileLock lock;
    private final Trail trail;
    private final Clock clock;

    SystemDescription(
            SectionVersions versions,
            Completions completions,
            FactsOnFile facts,
            Comments comments,
            Incidents incidents,
            Engagements engagements,
            FileLock lock,
            Trail trail,
            Clock clock) {
        this.versions = versions;
        this.completions = completions;
        this.facts = facts;
        this.comments = comments;
        this.incidents = incidents;
        this.engagements = engagements;
        this.lock = lock;
        this.trail = trail;
        this.clock = clock;
    }

    /** The text of each section by its key, such as {@code userControls}; what is empty is left out. */
    @Transactional(readOnly = true)
    public Map<String, String> texts(EngagementId engagement) {
        Map<String, String> texts = new LinkedHashMap<>();
        versions.current(engagement).forEach((section, version) -> {
            if (!version.text().isEmpty()) {
                texts.put(section.key(), version.text());
            }
        });
        return texts;
    }

    /**
     * What a task's form opens with: the sections as they stand, and what is not written yet as last year left it, or as
     * the client said when it asked for the audit.
     */
    @Transactional(readOnly = true)
    public Map<String, Object> proposed(EngagementId id) {
        Map<Section, String> known =
                new EnumMap<>(facts.lastYear(engagements.facts(id).previous()));
        versions.current(id).forEach((section, version) -> known.put(section, version.text()));
        known.computeIfAbsent(Section.SERVICES, services -> facts.services(id));
        Map<String, Object> proposed = new LinkedHashMap<>();
        known.forEach((section, text) -> {
            if (Section.ASKED_IN_TASKS.contains(section) && !text.isEmpty()) {
                proposed.put(section.key(), text);
            }
        });
        return proposed;
    }

    /**
     * Takes over what was answered on a task: a new version of each section whose text is another now. What its form
     * does not ask for stays as it is.
     *
     * @param phrase the task's, such as {@code DescribeSystem}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(EngagementId engagement, String phrase, Actor by, Answers answers) {
        engagements.lock(engagement);
        Map<Section, SectionVersion> current = versions.current(engagement);
        for (Section section : Section.ASKED_IN_TASKS) {
            if (answers.json().has(section.key())) {
                add(by, engagement, section, current, plain(answers.text(section.key())), phrase);
            }
        }
    }

    /** As {@link #answered}; from now on the text stands as it goes into the report. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void completed(EngagementId engagement, String phrase, Actor by, Answers answers) {
        answered(engagement, phrase, by, answers);
        completions.reopen(engagement, clock.instant());
        completions.add(engagement, by, clock.instant());
        Map<String, Object> facts = new LinkedHashMap<>();
        versions.current(engagement)
                .forEach((section, version) -> facts.put(
                        section.key(), Map.of("version", version.version(), "sha256", Sha256.hex(version.text()))));
        trail.record(engagement, "description-completed", by, Map.of("sections", facts));
    }

    /**
     * Writes a section on the page; the same text again is no new version.
     *
     * @param version the one that the writer read; 0 for a section that was never written
     */
    SectionVersion write(Actor by, EngagementFacts engagement, Section section, int version, String given) {
        EngagementId id = engagement.id();
        String text = plain(given);
        if (text.length() > LONGEST) {
            throw new Refused("text", "Write up to " + LONGEST + " characters; these are " + text.length());
        }
        engagements.lock(id);
        refuseWhereItStands(engagement);
        Map<Section, SectionVersion> current = versions.current(id);
        SectionVersion standing = current.get(section);
        if ((standing == null ? 0 : standing.version()) != version) {
            throw new Conflict(
                    standing == null
                            ? "Nothing is written in this section yet: it is at version 0, you sent " + version
                            : standing.writer() + " has changed this section since you read it: it is at version "
                                    + standing.version() + ", you sent " + version);
        }
        return add(by, id, section, current, text, ON_PAGE);
    }

    private void refuseWhereItStands(EngagementFacts engagement) {
        completions.standing(engagement.id()).ifPresent(completion -> {
            throw new Conflict("The description was completed on "
                    + LocalDate.ofInstant(completion.at(), ZoneOffset.UTC) + " by " + completion.by()
                    + " and stands as it goes into the report; it is open again when the auditors send the work back"
                    + " for further work");
        });
        if (engagement.phase().equals("suspended")) {
            throw new Conflict("The engagement is suspended; its description waits until it is resumed");
        }
        if (ENDED.contains(engagement.phase())) {
            throw new Conflict("The engagement has ended; its description stays as it is");
        }
    }

    private SectionVersion add(
            Actor by,
            EngagementId engagement,
            Section section,
            Map<Section, SectionVersion> current,
            String text,
            String with) {
        SectionVersion standing = current.get(section);
        if (standing != null && standing.text().equals(text)) {
            return standing;
        }
        int number = standing == null ? 1 : standing.version() + 1;
        SectionVersion version = new SectionVersion(section, number, text, with, by.name(), clock.instant());
        if (standing == null && text.isEmpty()) {
            return version.asNever();
        }
        versions.add(engagement, version, by);
        trail.record(
                engagement,
                "description-written",
                by,
                Map.of("section", section.key(), "version", number, "with", with, "sha256", Sha256.hex(text)));
        lock.refuseChange(engagement);
        return version;
    }

    /** What auditors asked and nobody has resolved, as {@code Services provided (2)}; for the firm's people only. */
    @Transactional(readOnly = true)
    public List<String> openComments(EngagementId id) {
        return named(id, comments.open(id, true));
    }

    /** As {@link #openComments}, of those that are shared with management. */
    @Transactional(readOnly = true)
    public List<String> sharedComments(EngagementId id) {
        return named(id, comments.open(id, false));
    }

    private List<String> named(EngagementId id, Map<String, Integer> comments) {
        Map<String, Integer> open = new LinkedHashMap<>(comments);
        boolean byObjectives = engagements.facts(id).byObjectives();
        Map<String, Integer> named = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            Integer number = open.remove(section.key());
            if (number != null) {
                named.put(section.title(byObjectives), number);
            }
        }
        if (!open.isEmpty()) {
            incidents.of(id).forEach(incident -> {
                Integer number = open.get(incident.id().toString());
                if (number != null) {
                    named.put(incident.reference() + " " + incident.title(), number);
                }
            });
        }
        return named.entrySet().stream()
                .map(one -> one.getKey() + " (" + one.getValue() + ")")
                .toList();
    }

    /** What the description lacks of what its criteria ask for (DC 200), each with its criterion in front. */
    @Transactional(readOnly = true)
    public List<String> missing(EngagementId id) {
        EngagementFacts engagement = engagements.facts(id);
        return Completeness.check(facts.of(engagement), current(id)).stream()
                .map(missing -> missing.criterion() + ": " + missing.message())
                .toList();
    }

    private Map<Section, String> current(EngagementId id) {
        Map<Section, String> texts = new EnumMap<>(Section.class);
        versions.current(id).forEach((section, version) -> texts.put(section, version.text()));
        return texts;
    }

    /** Further work may change what the system is described as: management completes its description once more. */
    @EventListener
    public void begins(PhaseBegun begun) {
        if (begun.phase().equals("fieldwork") && completions.reopen(begun.engagement(), clock.instant())) {
            trail.record(begun.engagement(), "description-reopened", null, Map.of());
        }
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
