package io.tickmark.description;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface IncidentRepository extends Repository<Incident, UUID> {

    Incident saveAndFlush(Incident incident);

    Optional<Incident> findByEngagementIdAndId(UUID engagement, UUID id);

    int countByEngagementId(UUID engagement);

    List<Incident> findByEngagementIdOrderByPosition(UUID engagement);

    List<Incident> findByEngagementIdAndPositionGreaterThanOrderByPosition(UUID engagement, int position, Limit rows);
}
