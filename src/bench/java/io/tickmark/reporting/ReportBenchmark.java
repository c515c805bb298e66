package io.tickmark.reporting;

import static io.tickmark.reporting.ReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.bench.Ratio;
import io.tickmark.bench.Timing;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The report as PDF, of 100 controls and of 1,000: what each takes, and whether ten times the controls take ten times. */
class ReportBenchmark {

    private static final int RUNS = 5;
    private static final int WARM = 2;

    private final ReportPdf pdf = new ReportPdf();

    @Test
    void reportOfHundredAndOfThousandControls() throws IOException {
        ReportContent small = aReport().withControls(100).content();
        ReportContent large = aReport().withControls(1_000).content();
        double[][] wall = new double[2][RUNS];
        double[][] processor = new double[2][RUNS];
        byte[] hundred = pdf.render(small);
        byte[] thousand = pdf.render(large);
        assertAllThere(hundred, 100);
        assertAllThere(thousand, 1_000);
        for (int run = -WARM; run < RUNS; run++) {
            Timing first = rendered(small, hundred);
            Timing second = rendered(large, thousand);
            if (run >= 0) {
                wall[0][run] = first.wallMillis();
                wall[1][run] = second.wallMillis();
                processor[0][run] = first.processorMillis();
                processor[1][run] = second.processorMillis();
            }
        }
        Ratio.figure("report of 100 controls, warm", Ratio.median(wall[0]), "ms", "<= 3,000");
        Ratio.print("report: 1,000 controls / 100", wall[1], wall[0], "ms", "<= 12");
        Ratio.print("report: 1,000 controls / 100, time of all processors", processor[1], processor[0], "ms", "<= 12");
    }

    @Test
    void theSameAsWordDocument() {
        String small = pdf.markup(aReport().withControls(100).content());
        String large = pdf.markup(aReport().withControls(1_000).content());
        double[][] wall = new double[2][RUNS];
        for (int run = -WARM; run < RUNS; run++) {
            Timing first = Timing.of(() -> ReportDocx.of(small));
            Timing second = Timing.of(() -> ReportDocx.of(large));
            if (run >= 0) {
                wall[0][run] = first.wallMillis();
                wall[1][run] = second.wallMillis();
            }
        }
        Ratio.figure("text of a report of 100 controls", small.length() / 1_000.0, "kB", "none");
        Ratio.figure("report of 100 controls as DOCX, warm", Ratio.median(wall[0]), "ms", "<= 3,000");
        Ratio.print("report as DOCX: 1,000 controls / 100", wall[1], wall[0], "ms", "<= 12");
    }

    /** The same content gives the same bytes each time. */
    private Timing rendered(ReportContent content, byte[] before) {
        AtomicReference<byte[]> now = new AtomicReference<>(before);
        Timing took = Timing.of(() -> now.set(pdf.render(content)));
        assertThat(now.get()).isNotSameAs(before).isEqualTo(before);
        return took;
    }

    private static void assertAllThere(byte[] bytes, int controls) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(document)).contains("CTL-" + (controls - 1), "CTL-" + controls);
        }
    }
}
