package io.tickmark.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of the reports that an engagement plans. */
@Entity
class PlannedReport {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(name = "position_no")
    private int position;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ReportType reportType;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private AttestationType attestationType;

    @Column(nullable = false)
    private String categories;

    private @Nullable LocalDate periodStart;
    private @Nullable LocalDate periodEnd;
    private @Nullable LocalDate asOf;

    /** For JPA. */
    protected PlannedReport() {}

    PlannedReport(UUID engagement, int position, ReportPlan plan) {
        this.id = plan.id();
        this.engagementId = engagement;
        become(position, plan);
    }

    final void become(int position, ReportPlan plan) {
        this.position = position;
        this.reportType = plan.reportType();
        this.attestationType = plan.attestationType();
        this.categories = plan.categories().stream().map(Category::name).collect(Collectors.joining(","));
        this.periodStart = plan.periodStart();
        this.periodEnd = plan.periodEnd();
        this.asOf = plan.asOf();
    }

    ReportPlan plan() {
        return new ReportPlan(
                id,
                reportType,
                attestationType,
                Arrays.stream(categories.split(","))
                        .filter(name -> !name.isEmpty())
                        .map(Category::valueOf)
                        .toList(),
                periodStart,
                periodEnd,
                asOf);
    }
}
