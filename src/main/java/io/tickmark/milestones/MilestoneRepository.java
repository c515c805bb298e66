package io.tickmark.milestones;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MilestoneRepository extends Repository<Milestone, UUID> {

    Milestone save(Milestone milestone);

    void delete(Milestone milestone);

    List<Milestone> findByEngagementIdOrderByPosition(UUID engagement);

    List<Milestone> findByEngagementIdInOrderByPosition(Collection<UUID> engagements);

    Optional<Milestone> findByEngagementIdAndName(UUID engagement, String name);

    Optional<Milestone> findByEngagementIdAndId(UUID engagement, UUID id);
}
