package io.tickmark.reporting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReportEditionRepository extends Repository<ReportEdition, UUID> {

    ReportEdition save(ReportEdition edition);

    int countByReportId(UUID report);

    List<ReportEdition> findByReportIdOrderByNumberDesc(UUID report);
}
