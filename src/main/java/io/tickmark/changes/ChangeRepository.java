package io.tickmark.changes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ChangeRepository extends Repository<ChangeRequest, UUID> {

    ChangeRequest save(ChangeRequest change);

    Optional<ChangeRequest> findByEngagementIdAndId(UUID engagement, UUID id);

    int countByEngagementId(UUID engagement);

    List<ChangeRequest> findByEngagementIdAndStateInOrderByPosition(UUID engagement, Collection<ChangeState> states);

    List<ChangeRequest> findByEngagementIdAndPositionGreaterThanOrderByPosition(
            UUID engagement, int position, Limit rows);
}
