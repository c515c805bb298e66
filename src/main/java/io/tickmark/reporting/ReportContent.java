package io.tickmark.reporting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says about one examination, as plain values. What every report of a firm says alike (duties, limits,
 * use) is the template's. Long texts are plain: a blank line starts a paragraph, and nothing in them
 * is read as markup.
 *
 * @param system the system's name as the description uses it, without "system" at its end
 * @param categories at least one, in the order in which they are to be named; none in a SOC 1
 * @param periodStart null for a Type I report
 * @param periodEnd the last day of the period, or the date a Type I report speaks of
 * @param reportDate null in a draft only
 * @param criteria the criteria, or control objectives of a SOC 1, in the order of section IV, each with its controls; none
 *     in a SOC 3, which shows no detail
 * @param readers who may read the report beside the client's management, as noun phrases; empty for the usual readers
 * @param revisions what changed after the report was issued, oldest first; empty for the report as first issued
 * @param draft the draft's number, from 1; null for the report itself
 */
record ReportContent(
        Firm firm,
        String client,
        String system,
        Kind kind,
        Attestation attestation,
        List<Category> categories,
        @Nullable LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable LocalDate reportDate,
        Opinion opinion,
        Assertion assertion,
        SystemText description,
        List<Criterion> criteria,
        List<ManagementResponse> responses,
        String partner,
        List<String> readers,
        @Nullable Integer draft,
        List<Revision> revisions) {

    ReportContent {
        categories = List.copyOf(categories);
        criteria = List.copyOf(criteria);
        responses = List.copyOf(responses);
        readers = List.copyOf(readers);
        revisions = List.copyOf(revisions);
        if (categories.isEmpty() != (kind == Kind.SOC1)) {
            throw new IllegalArgumentException(
                    "A report on criteria names at least one category, one on control objectives names none");
        }
        if (kind == Kind.SOC3 && (attestation == Attestation.TYPE_I || !criteria.isEmpty() || !responses.isEmpty())) {
            throw new IllegalArgumentException("A SOC 3 covers a period, and shows neither controls nor tests");
        }
        if (draft == null && reportDate == null) {
            throw new IllegalArgumentException("Only a draft may lack its report date");
        }
        if ((attestation == Attestation.TYPE_II) != (periodStart != null)) {
            throw new IllegalArgumentException("A Type II report has a first day of its period, a Type I report none");
        }
        if ((attestation == Attestation.TYPE_II) != (opinion.operation() != null)) {
            throw new IllegalArgumentException("Operating effectiveness is judged in a Type II report, and only there");
        }
    }

    /**
     * Something found after the report was issued, and what the report says of it (AT-C 205).
     *
     * @param on the date that the report carries for this matter, beside its own
     */
    record Revision(LocalDate on, String text) {}

    /** A SOC 1 is under AT-C 320, the others under AT-C 205; a SOC 3 is for general use. */
    enum Kind {
        SOC1,
        SOC2,
        SOC3
    }

    /** AT-C 205 knows both; a Type I report speaks of one date and of no operating effectiveness. */
    enum Attestation {
        TYPE_I,
        TYPE_II
    }

    /** The categories of the trust services criteria, TSP section 100. */
    enum Category {
        SECURITY,
        AVAILABILITY,
        PROCESSING_INTEGRITY,
        CONFIDENTIALITY,
        PRIVACY
    }

    /** Opinions of AT-C 205. */
    enum Judgement {
        UNMODIFIED,
        QUALIFIED,
        ADVERSE,
        DISCLAIMER
    }

    /** How the description treats a subservice organisation's controls. */
    enum Method {
        CARVE_OUT,
        INCLUSIVE
    }

    /** @param licence the firm's licence number with the board that gave it */
    record Firm(String name, String city, String state, String licence) {}

    /**
     * @param operation null for a Type I report
     * @param basis why the opinion is modified; null when it is not
     * @param emphasis a matter shown properly that readers must not miss; null for none
     * @param criteriaModified ids of the criteria that the modification concerns, such as {@code CC6.1}
     */
    record Opinion(
            Judgement overall,
            Judgement description,
            Judgement design,
            @Nullable Judgement operation,
            @Nullable String basis,
            @Nullable String emphasis,
            List<String> criteriaModified) {
        Opinion {
            criteriaModified = List.copyOf(criteriaModified);
            if (overall != Judgement.UNMODIFIED && basis == null) {
                throw new IllegalArgumentException("A modified opinion gives its basis (AT-C 205)");
            }
        }
    }

    /** @param signed null while the assertion is not signed */
    record Assertion(
            String text,
            String signer,
            String title,
            @Nullable LocalDate signed) {}

    /**
     * The system description, in the order of the description criteria (DC section 200).
     *
     * @param transactions what a SOC 1 says of the transactions that the system processes; else empty
     * @param changes empty says that there were none
     * @param incidents empty says that none had to be disclosed
     * @param userResponsibilities what user entities do that no criterion depends on; never a CUEC
     * @param words what management says of these lists; what it names there is not listed once more
     */
    record SystemText(
            String services,
            String transactions,
            List<String> commitments,
            List<String> requirements,
            List<Item> infrastructure,
            List<Item> software,
            List<Item> people,
            List<Item> procedures,
            List<Item> data,
            String boundaries,
            List<Item> incidents,
            List<Item> changes,
            List<Subservice> subservices,
            List<Complementary> userControls,
            List<String> userResponsibilities,
            List<NotApplicable> notApplicable,
            Words words) {
        SystemText {
            commitments = List.copyOf(commitments);
            requirements = List.copyOf(requirements);
            infrastructure = List.copyOf(infrastructure);
            software = List.copyOf(software);
            people = List.copyOf(people);
            procedures = List.copyOf(procedures);
            data = List.copyOf(data);
            incidents = List.copyOf(incidents);
            changes = List.copyOf(changes);
            subservices = List.copyOf(subservices);
            userControls = List.copyOf(userControls);
            userResponsibilities = List.copyOf(userResponsibilities);
            notApplicable = List.copyOf(notApplicable);
        }
    }

    /** Long texts, each empty where management wrote none. */
    record Words(String controls, String userControls, String subservices, String notApplicable) {

        static final Words NONE = new Words("", "", "", "");
    }

    /** A named thing and what there is to say about it. */
    record Item(String name, String text) {}

    /**
     * @param services what the organisation does for the client, as a noun phrase
     * @param monitoring how the client watches it
     * @param expectedControls the complementary controls expected there (CSOCs); with the inclusive method usually empty
     * @param assertion of its own management, with the inclusive method; null otherwise, and before it is signed
     */
    record Subservice(
            String name,
            String services,
            Method method,
            String monitoring,
            List<Complementary> expectedControls,
            @Nullable Assertion assertion) {
        Subservice {
            expectedControls = List.copyOf(expectedControls);
        }
    }

    /** A control expected of others, and the ids of the criteria that depend on it. */
    record Complementary(String text, List<String> criteria) {
        Complementary {
            criteria = List.copyOf(criteria);
        }
    }

    /** A criterion of a category in scope that does not apply, TSP section 100 ¶.11. */
    record NotApplicable(String criterion, String title, String reason) {}

    /** @param title in our own words, or licensed text of the customer's */
    record Criterion(String id, String title, List<Control> controls) {
        Criterion {
            controls = List.copyOf(controls);
        }
    }

    /** A control as it stands under one criterion. The same control stands under every criterion that it serves. */
    record Control(String id, String title, String description, List<TestPerformed> tests) {
        Control {
            tests = List.copyOf(tests);
        }
    }

    /** @param result what was found in words; deviations say the rest */
    record TestPerformed(String procedure, String result, List<Deviation> deviations) {
        TestPerformed {
            deviations = List.copyOf(deviations);
        }
    }

    /**
     * @param reference the deviation's number in the report, such as {@code D-1}, under which management answers
     * @param failed items that failed, of {@code tested}
     */
    record Deviation(String reference, String text, int failed, int tested) {
        Deviation {
            if (failed < 1 || failed > tested) {
                throw new IllegalArgumentException(
                        "Deviation " + reference + ": " + failed + " of " + tested + " items cannot have failed");
            }
        }
    }

    /** Management's answer to a deviation: section V, not covered by the opinion. */
    record ManagementResponse(String deviation, String control, String text, String responder) {}
}
