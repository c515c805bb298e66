package io.tickmark.reporting;

import io.tickmark.reporting.ReportContent.Assertion;
import io.tickmark.reporting.ReportContent.Attestation;
import io.tickmark.reporting.ReportContent.Category;
import io.tickmark.reporting.ReportContent.Complementary;
import io.tickmark.reporting.ReportContent.Control;
import io.tickmark.reporting.ReportContent.Criterion;
import io.tickmark.reporting.ReportContent.Deviation;
import io.tickmark.reporting.ReportContent.Firm;
import io.tickmark.reporting.ReportContent.Item;
import io.tickmark.reporting.ReportContent.Judgement;
import io.tickmark.reporting.ReportContent.Kind;
import io.tickmark.reporting.ReportContent.ManagementResponse;
import io.tickmark.reporting.ReportContent.Method;
import io.tickmark.reporting.ReportContent.NotApplicable;
import io.tickmark.reporting.ReportContent.Opinion;
import io.tickmark.reporting.ReportContent.Subservice;
import io.tickmark.reporting.ReportContent.SystemText;
import io.tickmark.reporting.ReportContent.TestPerformed;
import io.tickmark.reporting.ReportContent.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports for tests: without a word, an unmodified Type II report of a few controls. */
final class ReportFixture {

    private String client = "Northwind Payments, Inc.";
    private String services =
            "Northwind routes card payments for online shops.\n\nShops connect through one interface.";
    private Kind kind = Kind.SOC2;
    private Attestation attestation = Attestation.TYPE_II;
    private Opinion opinion = new Opinion(
            Judgement.UNMODIFIED,
            Judgement.UNMODIFIED,
            Judgement.UNMODIFIED,
            Judgement.UNMODIFIED,
            null,
            null,
            List.of());
    private List<Criterion> criteria = new ArrayList<>(List.of(
            new Criterion(
                    "CC6.1", "Logical access is restricted by design", List.of(control("ACC-01"), control("ACC-02"))),
            new Criterion("A1.2", "Environment, backup and recovery are in place", List.of(control("BCK-01")))));
    private List<ManagementResponse> responses = List.of();
    private List<Subservice> subservices = List.of(new Subservice(
            "Cloudharbor LLC",
            "hosting of production servers",
            Method.CARVE_OUT,
            "Northwind reads the yearly report of Cloudharbor.",
            List.of(new Complementary("Only screened staff enter the data centers.", List.of("CC6.4"))),
            null));
    private Words words = Words.NONE;
    private @Nullable Integer draft;

    static ReportFixture aReport() {
        return new ReportFixture();
    }

    static Control control(String id, TestPerformed... tests) {
        return new Control(
                id,
                "Access follows the role",
                "Access to production follows a role that a manager has approved.",
                tests.length > 0
                        ? List.of(tests)
                        : List.of(new TestPerformed(
                                "Inspected the approvals of 25 sampled grants of access.",
                                "No deviations noted.",
                                List.of())));
    }

    ReportFixture ofClient(String name) {
        client = name;
        return this;
    }

    ReportFixture withServices(String text) {
        services = text;
        return this;
    }

    /** What management says of its lists in its own words. */
    ReportFixture inWords(Words text) {
        words = text;
        return this;
    }

    ReportFixture typeOne() {
        attestation = Attestation.TYPE_I;
        opinion = new Opinion(
                Judgement.UNMODIFIED, Judgement.UNMODIFIED, Judgement.UNMODIFIED, null, null, null, List.of());
        return this;
    }

    /** Measured against control objectives. */
    ReportFixture soc1() {
        kind = Kind.SOC1;
        criteria = new ArrayList<>(List.of(new Criterion(
                "CO1",
                "Controls give reasonable assurance that payments are settled completely, once, and to the right shop.",
                List.of(control("SET-01"), control("SET-02")))));
        return this;
    }

    /** For everybody. */
    ReportFixture soc3() {
        kind = Kind.SOC3;
        return this;
    }

    ReportFixture draft(int number) {
        draft = number;
        return this;
    }

    ReportFixture judged(Judgement overall, Judgement operation) {
        opinion = new Opinion(
                overall,
                Judgement.UNMODIFIED,
                Judgement.UNMODIFIED,
                operation,
                "Leavers kept their access for up to nine days.",
                "Northwind moved to a new data center in May 2026.",
                List.of("CC6.2"));
        return this;
    }

    /** Two deviations, one of them of a control under two criteria, the second answered by management. */
    ReportFixture withDeviations() {
        Deviation late = new Deviation("D-1", "Access of four leavers was removed late.", 4, 25);
        Deviation missed = new Deviation("D-2", "One weekly restore test was missed.", 1, 5);
        Control leavers = control(
                "ACC-03", new TestPerformed("Compared leavers with accounts.", "Exceptions found.", List.of(late)));
        criteria.add(new Criterion("CC6.2", "Access is granted and removed in time", List.of(leavers)));
        criteria.add(new Criterion("CC6.3", "Access follows roles", List.of(leavers)));
        criteria.add(new Criterion(
                "A1.3",
                "Recovery plans are tested",
                List.of(control(
                        "BCK-02",
                        new TestPerformed("Inspected restore tests.", "Exception found.", List.of(missed))))));
        responses = List.of(new ManagementResponse(
                "D-1", "ACC-03", "Removal now runs within an hour of the leaver's last day.", "Ada Berg, CISO"));
        return this;
    }

    /** A row of the tests longer than a page. */
    ReportFixture withResultOf(String result) {
        criteria.add(new Criterion(
                "CC7.1",
                result,
                List.of(control(
                        result,
                        new TestPerformed(result, result + " The end", List.of(new Deviation("D-9", result, 1, 1)))))));
        return this;
    }

    /** So many controls, ten to a criterion. */
    ReportFixture withControls(int count) {
        criteria = new ArrayList<>();
        for (int first = 1; first <= count; first += 10) {
            List<Control> controls = new ArrayList<>();
            for (int nth = first; nth < first + 10 && nth <= count; nth++) {
                controls.add(control("CTL-" + nth));
            }
            criteria.add(new Criterion("CC" + (first / 10 + 1) + ".1", "Criterion " + (first / 10 + 1), controls));
        }
        return this;
    }

    ReportFixture withoutSubservices() {
        subservices = List.of();
        return this;
    }

    ReportContent content() {
        boolean typeTwo = attestation == Attestation.TYPE_II;
        return new ReportContent(
                new Firm("Harbor & Quill CPAs LLP", "Denver", "Colorado", "FRM.5001234"),
                client,
                "Atlas payment routing",
                kind,
                attestation,
                kind == Kind.SOC1 ? List.of() : List.of(Category.SECURITY, Category.AVAILABILITY),
                typeTwo ? LocalDate.of(2026, 1, 1) : null,
                LocalDate.of(2026, 6, 30),
                draft == null ? LocalDate.of(2026, 8, 7) : null,
                opinion,
                new Assertion(
                        "We wrote the description and stand by it.",
                        "Maria Lindqvist",
                        "Chief Executive Officer",
                        draft == null ? LocalDate.of(2026, 8, 6) : null),
                description(),
                kind == Kind.SOC3 ? List.of() : criteria,
                kind == Kind.SOC3 ? List.of() : responses,
                "Jonah Whitfield, CPA",
                List.of(),
                draft,
                List.of());
    }

    private SystemText description() {
        return new SystemText(
                services,
                kind == Kind.SOC1 ? "Payments are taken from shops, matched and settled once a day." : "",
                List.of("Payments are routed around the clock."),
                List.of("Data in transit is encrypted."),
                List.of(new Item("Data centers", "Two, in Ohio and Oregon.")),
                List.of(new Item("Router", "Routes each payment.")),
                List.of(new Item("Operations", "Eleven engineers.")),
                List.of(new Item("Change procedure", "Each change is reviewed.")),
                List.of(new Item("Payment data", "Kept for ninety days.")),
                "The shops' own systems lie outside.",
                List.of(new Item("Outage of March 3, 2026", "Routing stopped for two hours.")),
                List.of(new Item("New data center", "Oregon was added in May 2026.")),
                subservices,
                List.of(new Complementary("User entities protect their keys.", List.of("CC6.1", "CC6.3"))),
                List.of("User entities report errors to the help desk."),
                List.of(new NotApplicable("CC6.4", "Physical access", "Northwind has no rooms of its own.")),
                words);
    }
}
