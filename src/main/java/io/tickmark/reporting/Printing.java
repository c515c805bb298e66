package io.tickmark.reporting;

import io.tickmark.evidence.Documents;
import io.tickmark.kernel.EngagementId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Renders reports and stores their PDFs ahead of the transaction that records them. */
@Component
class Printing {

    private static final String PDF = "application/pdf";

    private final ReportPdf pdf;
    private final Documents documents;
    private final TransactionTemplate reading;

    Printing(ReportPdf pdf, Documents documents, PlatformTransactionManager transactions) {
        this.pdf = pdf;
        this.documents = documents;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param texts read in a short transaction, which is over before the first page is rendered */
    List<PrintedReport> print(EngagementId engagement, Supplier<List<ReportText>> texts) {
        List<ReportText> read = reading.execute(status -> texts.get());
        List<PrintedReport> printed = new ArrayList<>();
        try {
            for (ReportText text : read == null ? List.<ReportText>of() : read) {
                String markup = pdf.markup(text.content());
                byte[] bytes = pdf.render(text.content(), markup);
                printed.add(new PrintedReport(text, markup, documents.store(engagement, text.name(), PDF, bytes)));
            }
        } catch (RuntimeException failure) {
            release(printed);
            throw failure;
        }
        return printed;
    }

    /** Throws {@link ConcurrencyFailureException} unless what is printed is what the texts say by now. */
    static void check(List<PrintedReport> printed, List<ReportText> now) {
        if (!printed.stream().map(PrintedReport::text).toList().equals(now)) {
            throw new ConcurrencyFailureException("What the report says has changed while it was rendered");
        }
    }

    /** Gives up what does not count. */
    void release(List<PrintedReport> printed) {
        printed.forEach(report -> documents.release(report.pdf()));
    }
}
