package io.tickmark.description;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileLock;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of incidents and significant changes. It asks no rights. */
@Service
@Transactional
public class Incidents {

    private final IncidentRepository incidents;
    private final Engagements engagements;
    private final FileLock lock;
    private final Trail trail;
    private final Clock clock;

    Incidents(IncidentRepository incidents, Engagements engagements, FileLock lock, Trail trail, Clock clock) {
        this.incidents = incidents;
        this.engagements = engagements;
        this.lock = lock;
        this.trail = trail;
        this.clock = clock;
    }

    /** All of an engagement, in the order recorded. */
    @Transactional(readOnly = true)
    public List<IncidentFacts> of(EngagementId engagement) {
        return incidents.findByEngagementIdOrderByPosition(engagement.value()).stream()
                .map(Incident::facts)
                .toList();
    }

    /** Those that bear on each control, by its reference; controls without one are left out. One statement. */
    @Transactional(readOnly = true)
    public Map<String, List<IncidentFacts>> byControl(EngagementId engagement) {
        Map<String, List<IncidentFacts>> found = new LinkedHashMap<>();
        of(engagement).forEach(incident -> incident.controls()
                .forEach(control ->
                        found.computeIfAbsent(control, c -> new ArrayList<>()).add(incident)));
        return found;
    }

    /**
     * Those that occurred after the last day that the engagement's leading report speaks of, recorded in it or in the
     * engagement that renews it: what a bridge letter has to tell of.
     */
    @Transactional(readOnly = true)
    public List<IncidentFacts> sinceTheEnd(EngagementId engagement) {
        EngagementFacts facts = engagements.facts(engagement);
        var end = facts.leadReport().end();
        return Stream.of(engagement, facts.next())
                .filter(Objects::nonNull)
                .flatMap(id -> of(id).stream())
                .filter(incident -> incident.occurredOn().isAfter(end))
                .toList();
    }

    /** From the one after {@code position} on. */
    @Transactional(readOnly = true)
    List<Incident> page(EngagementId engagement, int position, int rows) {
        return incidents.findByEngagementIdAndPositionGreaterThanOrderByPosition(
                engagement.value(), position, Limit.of(rows));
    }

    @Transactional(readOnly = true)
    Incident get(EngagementId engagement, UUID id) {
        return incidents
                .findByEngagementIdAndId(engagement.value(), id)
                .orElseThrow(() -> new NotFound("There is no incident " + id));
    }

    /** After the file is locked it takes only what occurred after the period, which no audit of it rests on. */
    Incident record(Actor by, EngagementId engagement, IncidentEntry entry) {
        engagements.lock(engagement);
        int position = incidents.countByEngagementId(engagement.value()) + 1;
        Incident incident = incidents.saveAndFlush(new Incident(engagement, position, entry, by, clock.instant()));
        trail.record(engagement, "incident-recorded", by, facts(incident));
        if (!isAfterTheEnd(engagement, entry)) {
            lock.refuseChange(engagement);
        }
        return incident;
    }

    private boolean isAfterTheEnd(EngagementId engagement, IncidentEntry entry) {
        return engagements.facts(engagement).reports().stream()
                .allMatch(report -> entry.occurredOn().isAfter(report.end()));
    }

    Incident change(Actor by, EngagementId engagement, UUID id, int version, IncidentEntry entry) {
        engagements.lock(engagement);
        Incident incident = get(engagement, id);
        if (incident.version() != version) {
            throw new Conflict("This entry has changed since you opened it: it is at version " + incident.version()
                    + ", you sent " + version);
        }
        incident.become(entry);
        incidents.saveAndFlush(incident);
        trail.record(engagement, "incident-changed", by, facts(incident));
        lock.refuseChange(engagement);
        return incident;
    }

    private static Map<String, Object> facts(Incident incident) {
        IncidentFacts known = incident.facts();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("incident", known.id());
        facts.put("reference", known.reference());
        facts.put("kind", known.kind());
        facts.put("title", known.title());
        facts.put("occurredOn", known.occurredOn());
        facts.put("discoveredOn", known.discoveredOn());
        facts.put("nature", known.nature());
        facts.put("extent", known.extent());
        facts.put("controls", known.controls());
        facts.put("criteria", known.criteria());
        facts.put("fromFailedControls", known.fromFailedControls());
        facts.put("failedCommitments", known.failedCommitments());
        facts.put("disposition", known.disposition());
        return facts;
    }
}
