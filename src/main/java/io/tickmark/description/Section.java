package io.tickmark.description;

import io.tickmark.engagement.ReportType;
import io.tickmark.kernel.NotFound;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of the system description, in the order in which a report prints it, each with the criterion that asks for it
 * (DC 200, in our own words). A SOC 1 has the same with control objectives in place of criteria (AT-C 320); a SOC 3
 * prints services, commitments and boundaries only.
 */
enum Section {
    SERVICES("services", "DC1", "Services provided", "What do you provide, and to whom?"),
    COMMITMENTS(
            "commitments",
            "DC2",
            "Principal service commitments and system requirements",
            "What do you promise your customers in contracts and service levels, and what must the system do to keep it?"),
    TRANSACTIONS(
            "transactions",
            "DC2",
            "Transactions",
            "Which classes of transactions do you process, and how are they started, authorised, recorded, processed,"
                    + " corrected and reported?"),
    INFRASTRUCTURE("infrastructure", "DC3", "Infrastructure", "Data centres, cloud accounts, networks, machines."),
    SOFTWARE("software", "DC3", "Software", "Applications, databases and tools that the service runs on."),
    PEOPLE("people", "DC3", "People", "Teams that build, run, support and oversee the service."),
    PROCEDURES(
            "procedures",
            "DC3",
            "Procedures",
            "How access, changes, operations, incidents and backups are handled, by hand or automatically."),
    DATA("data", "DC3", "Data", "What data you receive, where it is kept, how it is classed and protected."),
    BOUNDARIES(
            "boundaries",
            "DC3",
            "Boundaries of the system",
            "What belongs to the system, and what beside it does not."),
    INCIDENTS(
            "incidents",
            "DC4",
            "Incidents",
            "Incidents that came from controls that failed, or that kept you from meeting a commitment: what, when, how"
                    + " far. A blank line parts one from the next. Empty says that there were none."),
    CONTROLS(
            "controls",
            "DC5",
            "Criteria and controls",
            "How your controls meet the criteria that apply. The report lists them all in section IV."),
    USER_CONTROLS(
            "userControls",
            "DC6",
            "Complementary user entity controls",
            "The controls at your customers without which yours cannot keep the commitments; other duties of theirs are"
                    + " none."),
    SUBSERVICES(
            "subservices",
            "DC7",
            "Subservice organisations",
            "Who else your system rests on, for what, with which method, which controls you expect there and how you"
                    + " watch them."),
    NOT_APPLICABLE(
            "notApplicable",
            "DC8",
            "Criteria that do not apply",
            "The criteria of your categories that do not apply to the system, each with its reason."),
    CHANGES(
            "changes",
            "DC9",
            "Significant changes",
            "Important changes to the system during the period; for a report at one date, those of late. A blank line"
                    + " parts one from the next. Empty says that there were none.");

    /** The five parts that make up a system. */
    static final List<Section> COMPONENTS = List.of(INFRASTRUCTURE, SOFTWARE, PEOPLE, PROCEDURES, DATA);

    /** What the forms of the tasks ask for by the same key; the others are written on the page alone. */
    static final Set<Section> ASKED_IN_TASKS = EnumSet.of(
            SERVICES,
            COMMITMENTS,
            TRANSACTIONS,
            INFRASTRUCTURE,
            SOFTWARE,
            PEOPLE,
            PROCEDURES,
            DATA,
            INCIDENTS,
            CHANGES);

    /** What one year's text may begin the next year's with; incidents and changes begin anew. */
    static final Set<Section> LASTING =
            EnumSet.complementOf(EnumSet.of(INCIDENTS, CHANGES, BOUNDARIES, CONTROLS, NOT_APPLICABLE));

    private static final Set<Section> OF_CRITERIA = EnumSet.of(COMMITMENTS, NOT_APPLICABLE);
    private static final Set<Section> PUBLIC = EnumSet.of(SERVICES, COMMITMENTS, BOUNDARIES);

    private final String key;
    private final String criterion;
    private final String title;
    private final String question;

    Section(String key, String criterion, String title, String question) {
        this.key = key;
        this.criterion = criterion;
        this.title = title;
        this.question = question;
    }

    /** Throws {@link NotFound} for what is no section. */
    static Section named(String key) {
        return Stream.of(values())
                .filter(section -> section.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no section '" + key + "' of a description"));
    }

    /** As the API and the forms name it, such as {@code userControls}. */
    public String key() {
        return key;
    }

    /** Such as {@code DC3}. */
    public String criterion() {
        return criterion;
    }

    public String title(boolean byObjectives) {
        return byObjectives ? title.replace("Criteria and", "Control objectives and") : title;
    }

    String question(boolean byObjectives) {
        return byObjectives
                ? question.replace("meet the criteria that apply", "achieve the control objectives")
                : question;
    }

    /** Whether a description has it that is measured against control objectives, or against criteria. */
    boolean isPartOf(boolean byObjectives) {
        return byObjectives ? !OF_CRITERIA.contains(this) : this != TRANSACTIONS;
    }

    boolean isPrintedIn(ReportType report) {
        return isPartOf(report == ReportType.SOC1) && (report != ReportType.SOC3 || PUBLIC.contains(this));
    }
}
