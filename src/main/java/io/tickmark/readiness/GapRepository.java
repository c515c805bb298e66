package io.tickmark.readiness;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface GapRepository extends Repository<Gap, UUID> {

    Gap save(Gap gap);

    void delete(Gap gap);

    Optional<Gap> findById(UUID id);

    List<Gap> findByEngagementIdOrderByPosition(UUID engagement);

    int countByEngagementIdAndStateIn(UUID engagement, Collection<GapState> states);
}
