package io.tickmark.engagement;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PlannedReportRepository extends Repository<PlannedReport, UUID> {

    PlannedReport save(PlannedReport report);

    List<PlannedReport> findByEngagementIdOrderByPosition(UUID engagement);

    void delete(PlannedReport report);
}
