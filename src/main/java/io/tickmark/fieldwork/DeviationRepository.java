package io.tickmark.fieldwork;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DeviationRepository extends Repository<Deviation, UUID> {

    Deviation save(Deviation deviation);

    Optional<Deviation> findByTestId(UUID test);

    List<Deviation> findByEngagementIdOrderByNumber(UUID engagement);

    @Query("select coalesce(max(d.number), 0) from Deviation d where d.engagementId = :engagement")
    int lastNumber(UUID engagement);
}
