package io.tickmark.reporting;

import static io.tickmark.reporting.ReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.AuditWorld;
import io.tickmark.FiledTask;
import io.tickmark.StepAt;
import io.tickmark.TickmarkTest;
import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Category;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.evidence.Documents;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A report is rendered and stored before the transaction that records it. */
@TickmarkTest
class PrintingTest {

    @Autowired
    private DraftReport draftReport;

    @Autowired
    private Reports reports;

    @Autowired
    private Documents documents;

    @Autowired
    private Engagements engagements;

    @Autowired
    private Processes processes;

    @Autowired
    private EngagementFile file;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private final AuditWorld world;
    private final EngagementId engagement;
    private final People people;
    private final JsonMapper json;

    PrintingTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        this.json = json;
        this.people = people;
        world = new AuditWorld(port, json, people, clients);
        engagement = EngagementId.of(world.engagement);
    }

    @Test
    void noReportIsRenderedInsideATransaction() {
        var content = aReport().content();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> new ReportPdf().render(content)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("render first, then record");
    }

    @Test
    void aDraftWhoseTransactionIsLostCountsNowhereAndIsWrittenAgain() {
        drafted();
        List<PrintedReport> printed = draftReport.prepare(step());
        UUID lost = printed.get(0).pdf().id();
        assertThat(intents()).isEqualTo(1);
        transaction.executeWithoutResult(status -> {
            draftReport.run(step(), printed);
            status.setRollbackOnly();
        });
        draftReport.release(printed);
        assertThat(documents.find(lost)).isEmpty();
        assertThat(drafts()).isEqualTo(1);
        assertThat(intents()).isZero();

        List<PrintedReport> again = draftReport.prepare(step());
        transaction.executeWithoutResult(status -> draftReport.run(step(), again));
        draftReport.release(again);
        assertThat(drafts()).isEqualTo(2);
        assertThat(documents.find(again.get(0).pdf().id())).isPresent();
        assertThat(intents()).isZero();
    }

    @Test
    void whatChangedWhileItWasRenderedIsRenderedAgain() {
        drafted();
        List<PrintedReport> printed = draftReport.prepare(step());
        transaction.executeWithoutResult(
                status -> engagements.plan(engagement, List.of(plan(LocalDate.of(2025, 9, 30)))));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> draftReport.run(step(), printed)))
                .isInstanceOf(ConcurrencyFailureException.class);
        draftReport.release(printed);
        assertThat(drafts()).isEqualTo(1);
        assertThat(intents()).isZero();
    }

    private void drafted() {
        world.frozen(List.of("SECURITY"));
        transaction.executeWithoutResult(status -> {
            engagements.plan(engagement, List.of(plan(LocalDate.of(2025, 6, 30))));
            processes.start(
                    "reporting",
                    engagements.facts(engagement).bundle(),
                    engagement,
                    Map.of(
                            Variable.text("qualityReviewNeeded"), "no",
                            Variable.text("sufficiency"), "sufficient",
                            Variable.text("materiality"), "not-material",
                            Variable.text("pervasiveness"), "not-pervasive"));
        });
        new FiledTask(file, people, transaction, json).by(world, "audit-manager", "EvaluateFindings", Map.of());
        world.done("client-compliance", "CompleteDescription", Map.of("userEntityControlsConfirmed", true));
        world.done("audit-partner", "DecideOpinion", Map.of());
        world.task("client-compliance", "CheckDraft");
        assertThat(drafts()).isEqualTo(1);
    }

    private static ReportPlan plan(LocalDate end) {
        return new ReportPlan(
                UUID.nameUUIDFromBytes(new byte[] {1}),
                ReportType.SOC2,
                AttestationType.TYPE_II,
                List.of(Category.SECURITY),
                LocalDate.of(2025, 1, 1),
                end,
                null);
    }

    private int drafts() {
        return reports.of(engagement).get(0).draft();
    }

    private int intents() {
        return database.sql("select count(*) from upload_intent where engagement_id = ?")
                .param(world.engagement)
                .query(Integer.class)
                .single();
    }

    private StepContext step() {
        return new StepAt(engagement, engagements.facts(engagement).bundle());
    }
}
