package io.tickmark.engagement;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlannedReportRepository extends Repository<PlannedReport, UUID> {

    PlannedReport save(PlannedReport report);

    List<PlannedReport> findByEngagementIdOrderByPosition(UUID engagement);

    @Modifying(flushAutomatically = true)
    @Query("delete from PlannedReport r where r.engagementId = ?1")
    void deleteByEngagement(UUID engagement);
}
