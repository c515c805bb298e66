package io.tickmark.reporting;

import io.tickmark.description.Mention;
import io.tickmark.reporting.ReportContent.Attestation;
import io.tickmark.reporting.ReportContent.Complementary;
import io.tickmark.reporting.ReportContent.Kind;
import io.tickmark.reporting.ReportContent.Method;
import io.tickmark.reporting.ReportContent.NotApplicable;
import io.tickmark.reporting.ReportContent.Revision;
import io.tickmark.reporting.ReportContent.Subservice;
import io.tickmark.reporting.ReportContent.SystemText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a report's values are put in words: dates, lists, references. The template calls it by name. */
final class ReportWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\h*\\R");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final ReportContent content;

    ReportWords(ReportContent content) {
        this.content = content;
    }

    public boolean typeTwo() {
        return content.attestation() == Attestation.TYPE_II;
    }

    public boolean soc1() {
        return content.kind() == Kind.SOC1;
    }

    public boolean soc3() {
        return content.kind() == Kind.SOC3;
    }

    /** "SOC 1 Type 2 Report", "SOC 2 Type II Report", "SOC 3 Report". */
    public String reportTitle() {
        return switch (content.kind()) {
            case SOC1 -> "SOC 1 Type " + (typeTwo() ? "2" : "1") + " Report";
            case SOC2 -> "SOC 2 Type " + (typeTwo() ? "II" : "I") + " Report";
            case SOC3 -> "SOC 3 Report";
        };
    }

    /** What the report is on, below its title. */
    public String subject() {
        String matter = typeTwo() ? "design and the operating effectiveness" : "suitability of the design";
        return switch (content.kind()) {
            case SOC1 ->
                "Independent service auditor’s report on the description of the system and on the " + matter
                        + " of controls relevant to user entities’ internal control over financial reporting";
            case SOC2 ->
                "Independent service auditor’s report on the description of the system and on the " + matter
                        + " of controls relevant to " + categories();
            case SOC3 ->
                "Independent service auditor’s report on management’s assertion about the effectiveness of controls"
                        + " relevant to " + categories();
        };
    }

    /** What controls are measured against, with a capital: "Criteria" or "Control objectives". */
    public String measures() {
        return soc1() ? "Control objectives" : "Criteria";
    }

    public String measure() {
        return soc1() ? "Control objective" : "Criterion";
    }

    public String sectionThree() {
        return soc3() ? "Boundaries of the system and principal commitments" : "Description of the system";
    }

    public String sectionFour() {
        return measures() + (typeTwo() ? ", controls, tests and results" : " and controls");
    }

    public String howExamined() {
        return typeTwo() ? "How the controls were tested" : "How the controls were examined";
    }

    public String whatWasNoted() {
        return typeTwo() ? "Deviations noted" : "Matters noted";
    }

    /** "Denver, Colorado"; what the firm does not state is left out. */
    public String place() {
        return Stream.of(content.firm().city(), content.firm().state())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** A revised report keeps its date, and carries another for each matter that was found later (AT-C 205). */
    public String dates(LocalDate reportDate, List<Revision> revisions) {
        return date(reportDate)
                + IntStream.range(0, revisions.size())
                        .mapToObj(i -> ", except for the matter under “Revision " + (i + 1)
                                + " of this report”, as to which the date is "
                                + date(revisions.get(i).on()))
                        .collect(Collectors.joining());
    }

    public String date(LocalDate date) {
        return day(date);
    }

    /** As in "January 1, 2026". */
    static String day(LocalDate date) {
        return DATE.format(date);
    }

    /** Whether what depends on them is known of any. */
    public boolean namesCriteria(List<Complementary> controls) {
        return controls.stream().anyMatch(control -> !control.criteria().isEmpty());
    }

    /** "throughout the period …" or "as of …", to stand at the end of a sentence. */
    public String timeFrame() {
        return typeTwo() ? "throughout the period " + span() : "as of " + span();
    }

    /** The period as "January 1, 2026 to June 30, 2026", or the one date of a Type I report. */
    public String span() {
        LocalDate start = content.periodStart();
        return start == null ? date(content.periodEnd()) : date(start) + " to " + date(content.periodEnd());
    }

    public String categories() {
        return list(content.categories().stream()
                .map(category -> category.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList());
    }

    /** "a", "a and b", "a, b, and c". */
    public String list(List<String> words) {
        int last = words.size() - 1;
        return switch (words.size()) {
            case 0 -> "";
            case 1 -> words.get(0);
            case 2 -> words.get(0) + " and " + words.get(1);
            default -> String.join(", ", words.subList(0, last)) + ", and " + words.get(last);
        };
    }

    /** Of the scope's subservice organisations those that management does not tell of in its own words, controls and all. */
    public List<Subservice> otherSubservices() {
        SystemText text = content.description();
        String told = text.words().subservices();
        return text.subservices().stream()
                .filter(one -> !Mention.isIn(told, one.name())
                        || !one.expectedControls().stream().allMatch(control -> Mention.isIn(told, control.text())))
                .toList();
    }

    /** As {@link #otherSubservices}, of the controls at user entities. */
    public List<Complementary> otherUserControls() {
        SystemText text = content.description();
        return text.userControls().stream()
                .filter(one -> !Mention.isIn(text.words().userControls(), one.text()))
                .toList();
    }

    /** As {@link #otherSubservices}, of the criteria that do not apply. */
    public List<NotApplicable> otherNotApplicable() {
        SystemText text = content.description();
        return text.notApplicable().stream()
                .filter(one -> !Mention.isIn(text.words().notApplicable(), one.criterion()))
                .toList();
    }

    /** A blank line starts a paragraph; a paragraph's own lines run on. */
    public List<String> paragraphs(@Nullable String text) {
        return text == null
                ? List.of()
                : BLANK_LINE
                        .splitAsStream(text)
                        .map(paragraph ->
                                WHITE_SPACE.matcher(paragraph).replaceAll(" ").strip())
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
    }

    /** For the head of a page or table, which must never fill the page. */
    public String shortened(String text, int length) {
        return tooLong(text, length)
                ? text.substring(0, text.offsetByCodePoints(0, length - 1)).stripTrailing() + "…"
                : text;
    }

    public boolean tooLong(String text, int length) {
        return text.codePointCount(0, text.length()) > length;
    }

    public List<Subservice> subservices(String method) {
        return content.description().subservices().stream()
                .filter(subservice -> subservice.method() == Method.valueOf(method))
                .toList();
    }

    public String named(List<Subservice> subservices) {
        return list(subservices.stream()
                .map(subservice -> subservice.name() + " (" + subservice.services() + ")")
                .toList());
    }

    /** Each deviation once, however many criteria its control serves, in the order of their numbers. */
    public List<DeviationNoted> deviations() {
        Map<String, DeviationNoted> noted = new LinkedHashMap<>();
        for (ReportContent.Criterion criterion : content.criteria()) {
            for (ReportContent.Control control : criterion.controls()) {
                control.tests().stream()
                        .flatMap(test -> test.deviations().stream())
                        .forEach(deviation -> noted.computeIfAbsent(
                                        deviation.reference(), reference -> new DeviationNoted(deviation, control.id()))
                                .criteria
                                .add(criterion.id()));
            }
        }
        return noted.values().stream()
                .sorted(Comparator.comparingInt((DeviationNoted one) ->
                                one.deviation().reference().length())
                        .thenComparing(one -> one.deviation().reference()))
                .toList();
    }

    public long controls() {
        return content.criteria().stream()
                .flatMap(criterion -> criterion.controls().stream())
                .map(ReportContent.Control::id)
                .distinct()
                .count();
    }

    public boolean modified(String criterion) {
        return content.opinion().criteriaModified().contains(criterion);
    }

    /** "4 of 25 items". */
    public String failed(ReportContent.Deviation deviation) {
        return String.format(
                Locale.US, "%,d of %,d %s", deviation.failed(), deviation.tested(), items(deviation.tested()));
    }

    public String rate(ReportContent.Deviation deviation) {
        return String.format(Locale.US, "%.1f%%", 100.0 * deviation.failed() / deviation.tested());
    }

    public String items(int count) {
        return count == 1 ? "item" : "items";
    }

    /** A deviation with every criterion it touches. */
    record DeviationNoted(ReportContent.Deviation deviation, String control, List<String> criteria) {
        DeviationNoted(ReportContent.Deviation deviation, String control) {
            this(deviation, control, new ArrayList<>());
        }
    }
}
