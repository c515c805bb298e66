package io.tickmark.engagement;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface EngagementRepository extends JpaRepository<Engagement, UUID> {

    /** Holds the row until the transaction ends: where a count and what follows from it must not be overtaken. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Engagement e where e.id = ?1")
    Optional<Engagement> lock(UUID id);

    /** The engagement and, beside it, each of its planned reports in their order; null beside it where none is planned. */
    @Query("select e, r from Engagement e left join PlannedReport r on r.engagementId = e.id where e.id = ?1"
            + " order by r.position")
    List<@Nullable Object[]> withReports(UUID id);

    @Query("select e.id, e.title from Engagement e where e.id in ?1")
    List<Object[]> titles(Collection<UUID> ids);
}
