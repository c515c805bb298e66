package io.tickmark.reporting;

import static io.tickmark.reporting.ReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.reporting.ReportContent.Judgement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPdfTest {

    private static final ReportPdf PDF = new ReportPdf();

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void backToTheZone() {
        TimeZone.setDefault(zone);
    }

    @Test
    void theFiveSectionsStandInTheirOrder() throws IOException {
        assertThat(textOf(aReport().content()))
                .containsSubsequence(
                        "Contents",
                        "SECTION I Independent service auditor’s report",
                        "To the management of Northwind Payments, Inc.",
                        "SECTION II Management’s assertion",
                        "We wrote the description and stand by it.",
                        "SECTION III Description of the system",
                        "Northwind routes card payments for online shops.",
                        "SECTION IV Criteria, controls, tests and results",
                        "How the controls were tested",
                        "SECTION V Other information (unaudited)",
                        "Management gives this information on its own behalf.");
        try (PDDocument pdf = read(aReport().content())) {
            assertThat(outline(pdf))
                    .containsExactly(
                            "Contents",
                            "I. Independent service auditor’s report",
                            "II. Management’s assertion",
                            "III. Description of the system",
                            "IV. Criteria, controls, tests and results",
                            "V. Other information (unaudited)");
        }
    }

    @Test
    void theCoverNamesFirmClientSystemAndPeriod() throws IOException {
        try (PDDocument pdf = read(aReport().content())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            assertThat(flat(stripper.getText(pdf)))
                    .contains(
                            "Harbor & Quill CPAs LLP",
                            "Northwind Payments, Inc.",
                            "Atlas payment routing system",
                            "controls relevant to security and availability",
                            "January 1, 2026 to June 30, 2026")
                    .doesNotContain("Page 1 of");
        }
    }

    @Test
    void eachSectionHoldsItsFacts() throws IOException {
        assertThat(textOf(aReport().withDeviations().content()))
                .contains("Denver, Colorado", "License no. FRM.5001234", "Jonah Whitfield, CPA", "August 7, 2026")
                .contains("Maria Lindqvist", "Chief Executive Officer", "August 6, 2026")
                .contains("Shops connect through one interface.", "Payments are routed around the clock.")
                .contains("Two, in Ohio and Oregon.", "Eleven engineers.", "Kept for ninety days.")
                .contains("Routing stopped for two hours.", "Oregon was added in May 2026.")
                .contains("Cloudharbor LLC", "carve-out", "Only screened staff enter the data centers.")
                .contains("User entities protect their keys.", "User entities report errors to the help desk.")
                .contains("CC6.4 Physical access Northwind has no rooms of its own.")
                .contains("CC6.1 Logical access is restricted by design", "ACC-01 Access follows the role")
                .contains("Deviation D-1: 4 of 25 items", "Deviation D-2: 1 of 5 items")
                .contains("4 25 16.0%")
                .contains("Removal now runs within an hour of the leaver's last day.", "Ada Berg, CISO");
    }

    @Test
    void whatManagementSaysInItsOwnWordsIsNotListedOnceMore() throws IOException {
        ReportContent.Words words = new ReportContent.Words(
                "Our controls follow the criteria one by one.",
                "User entities protect their keys.",
                "Cloudharbor LLC hosts for us. Only screened staff enter the data centers.",
                "");
        assertThat(textOf(aReport().inWords(words).content()))
                .contains("Our controls follow the criteria one by one.")
                .containsOnlyOnce("User entities protect their keys.")
                .containsOnlyOnce("Only screened staff enter the data centers.")
                // what they do not name is listed all the same
                .contains("CC6.4 Physical access Northwind has no rooms of its own.");
    }

    @Test
    void theContentsGiveThePageOfEachSection() throws IOException {
        try (PDDocument pdf = read(aReport().content())) {
            PDFTextStripper stripper = new PDFTextStripper();
            int pages = pdf.getNumberOfPages();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(flat(stripper.getText(pdf)))
                    .containsPattern("Other information \\(unaudited\\)[ .]+" + pages)
                    .contains("Page 2 of " + pages);
        }
    }

    @Test
    void theSameContentGivesTheSameBytesAnywhere() throws Exception {
        byte[] first = PDF.render(aReport().withDeviations().draft(1).content());
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        // The clock of the PDF library counts seconds.
        Thread.sleep(1100);
        assertThat(new ReportPdf().render(aReport().withDeviations().draft(1).content()))
                .isEqualTo(first);
    }

    @Test
    void aDraftSaysSoOnEveryPageAndTheReportNowhere() throws IOException {
        try (PDDocument draft = read(aReport().draft(3).content())) {
            for (int page = 1; page <= draft.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(draft))
                        .as("page %s", page)
                        .contains("Draft 3")
                        .containsPattern("D\\s*R\\s*A\\s*F\\s*T\\s*$");
            }
        }
        assertThat(textOf(aReport().content())).doesNotContainIgnoringCase("draft");
    }

    @Test
    void fontsAreEmbeddedAndTheDocumentIsTaggedPdfA() throws IOException {
        try (PDDocument pdf =
                read(aReport().ofClient("Ναυτιλία Бергов ☑").draft(1).content())) {
            assertThat(fonts(pdf)).isNotEmpty().allSatisfy(font -> assertThat(font.isEmbedded())
                    .as(font.getName())
                    .isTrue());
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(new String(
                            pdf.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfaid:part")
                    .contains("pdfuaid:part")
                    .contains("2026-06-30T00:00:00Z");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000})
    void manyControlsRender(int count) throws IOException {
        assertThat(textOf(aReport().withControls(count).content()))
                .contains("CTL-1 ", "CTL-" + count + " ")
                .contains(String.format("The %,d controls in this section", count));
    }

    @Test
    void aTypeOneReportSpeaksOfADateAndOfNoTests() throws IOException {
        assertThat(textOf(aReport().typeOne().content()))
                .contains("SOC 2 Type I Report", "as of June 30, 2026", "did not test whether it operated over time")
                .contains("ACC-01 Access follows the role")
                .doesNotContain("operated effectively enough")
                .doesNotContain("25 sampled grants", "throughout the period", "Deviations noted");
    }

    @Test
    void aSocOneSpeaksOfControlObjectivesToUserEntitiesAndTheirAuditors() throws IOException {
        assertThat(textOf(aReport().soc1().content()))
                .contains("SOC 1 Type 2 Report", "user entities’ internal control over financial reporting")
                .contains("Control objectives, controls, tests and results", "CO1 Controls give reasonable assurance")
                .contains("those objectives would with reasonable assurance have been achieved")
                .contains("the auditors who audit and report on the user entities’ financial statements")
                .contains("Payments are taken from shops")
                .doesNotContain(
                        "trust services", "service commitments", "TSP section 100", "DC section 200", "Criterion");
        assertThat(textOf(aReport().soc1().typeOne().content()))
                .contains("SOC 1 Type 1 Report", "Control objectives and controls", "as of June 30, 2026")
                .contains("those objectives will with reasonable assurance be achieved")
                .doesNotContain("throughout the period", "Operating effectiveness", "Test performed");
    }

    @Test
    void aSocThreeIsForEverybodyAndShowsNoDetail() throws IOException {
        assertThat(textOf(aReport()
                        .soc3()
                        .withDeviations()
                        .judged(Judgement.QUALIFIED, Judgement.QUALIFIED)
                        .content()))
                .contains("SOC 3 Report", "For general use", "anybody may read it")
                .contains("Qualified opinion", "except for the effects", "management’s assertion that the controls")
                .contains("Boundaries of the system", "The shops' own systems lie outside.")
                .contains("Payments are routed around the clock.")
                .doesNotContain(
                        "ACC-0", "Section IV", "SECTION IV", "D-1", "Confidential", "Restricted use", "sampled");
    }

    @Test
    void aReportWithoutDeviationsSubservicesOrResponsesSaysSo() throws IOException {
        assertThat(textOf(aReport().withoutSubservices().content()))
                .contains("Our tests found no deviations.")
                .contains("The system relies on no subservice organization.")
                .contains("Management gave no responses.");
    }

    @Test
    void aModifiedOpinionGivesItsBasisAndMarksItsCriterion() throws IOException {
        assertThat(textOf(aReport()
                        .withDeviations()
                        .judged(Judgement.QUALIFIED, Judgement.QUALIFIED)
                        .content()))
                .containsSubsequence(
                        "Basis for qualified opinion",
                        "Leavers kept their access for up to nine days.",
                        "Criterion affected by these matters: CC6.2.",
                        "Qualified opinion",
                        "Operating effectiveness Qualified",
                        "Emphasis of matter",
                        "Restricted use",
                        "CC6.2 Access is granted and removed in time The opinion is modified for this criterion.");
    }

    static String textOf(ReportContent content) throws IOException {
        try (PDDocument pdf = read(content)) {
            return flat(new PDFTextStripper().getText(pdf));
        }
    }

    private static PDDocument read(ReportContent content) throws IOException {
        return Loader.loadPDF(PDF.render(content));
    }

    /** Lines end where the page is full, which no test should depend on. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\u2002]+", " ");
    }

    private static List<String> outline(PDDocument pdf) {
        List<String> titles = new ArrayList<>();
        for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
            titles.add(item.getTitle());
        }
        return titles;
    }

    private static List<PDFont> fonts(PDDocument pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
