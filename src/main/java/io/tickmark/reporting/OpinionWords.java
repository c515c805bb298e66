package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.reporting.ReportContent.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The opinion in the firm's own words: one sentence for each subject matter, by what was judged of it (AT-C 205). */
final class OpinionWords {

    private final ReportContent content;
    private final ReportWords words;

    OpinionWords(ReportContent content, ReportWords words) {
        this.content = content;
        this.words = words;
    }

    public boolean modified() {
        return content.opinion().overall() != Judgement.UNMODIFIED;
    }

    public boolean disclaimed() {
        return content.opinion().overall() == Judgement.DISCLAIMER;
    }

    /** "Opinion", "Qualified opinion", "Adverse opinion", "Disclaimer of opinion". */
    public String heading() {
        return switch (content.opinion().overall()) {
            case UNMODIFIED -> "Opinion";
            case QUALIFIED -> "Qualified opinion";
            case ADVERSE -> "Adverse opinion";
            case DISCLAIMER -> "Disclaimer of opinion";
        };
    }

    public String basisHeading() {
        return "Basis for " + heading().toLowerCase(Locale.ROOT);
    }

    /** The opinion with its article, as in "a reasonable basis for our qualified opinion". */
    public String named() {
        return heading().toLowerCase(Locale.ROOT);
    }

    /** What an engagement's controls are measured against, as in "these criteria were not met". */
    static String measures(EngagementFacts engagement) {
        return engagement.byObjectives() ? "control objectives" : "criteria";
    }

    /** The subject matters in their order, each with its judgement and its sentence. */
    public List<Subject> subjects() {
        if (words.soc3()) {
            return List.of(assertion());
        }
        List<Subject> subjects = new ArrayList<>();
        subjects.add(description());
        subjects.add(design());
        Judgement operation = content.opinion().operation();
        if (operation != null) {
            subjects.add(operation(operation));
        }
        return subjects;
    }

    private Subject assertion() {
        String rest = "management’s assertion that the controls within the " + content.system()
                + " system operated effectively " + words.timeFrame() + ", so that with reasonable assurance "
                + content.client()
                + " kept its service commitments and met its system requirements, measured against the"
                + " applicable trust services criteria" + others() + ", is ";
        return subject(
                "Management’s assertion",
                content.opinion().overall(),
                rest + "fairly stated",
                rest + "not fairly stated");
    }

    private Subject description() {
        String rest = " the " + content.system() + " system as it was designed and put into operation "
                + words.timeFrame() + ", measured against "
                + (words.soc1() ? "the criteria that management states in its assertion" : "the description criteria");
        return subject(
                "Description of the system",
                content.opinion().description(),
                "the description fairly shows" + rest,
                "the description does not fairly show" + rest);
    }

    private Subject design() {
        String rest = words.soc1()
                ? objectivesReached() + others()
                : (words.typeTwo() ? throughout() : atOneDate())
                        + ", measured against the applicable trust services criteria" + others();
        return subject(
                "Suitability of design",
                content.opinion().design(),
                controls() + " were suitably designed" + rest,
                controls() + " were not suitably designed" + rest);
    }

    private String controls() {
        return words.soc1()
                ? "the controls related to the control objectives stated in the description"
                : "the controls set out in the description";
    }

    private String objectivesReached() {
        return words.typeTwo()
                ? " so that, had they operated as designed " + words.timeFrame()
                        + ", those objectives would with reasonable assurance have been achieved"
                : " " + words.timeFrame()
                        + " so that, if they operate as designed, those objectives will with reasonable assurance be"
                        + " achieved";
    }

    private String throughout() {
        return " so that, had they operated as designed, " + content.client()
                + " would with reasonable assurance have kept its service commitments and met its system requirements "
                + words.timeFrame();
    }

    private String atOneDate() {
        return " " + words.timeFrame() + " so that, if they operate as designed, " + content.client()
                + " will with reasonable assurance keep its service commitments and meet its system requirements";
    }

    private Subject operation(Judgement judgement) {
        String rest = words.soc1()
                ? " to give reasonable assurance that those objectives were achieved " + words.timeFrame() + others()
                : " to give reasonable assurance that " + content.client()
                        + " kept its service commitments and met its system requirements " + words.timeFrame()
                        + ", measured against the applicable trust services criteria" + others();
        return subject(
                "Operating effectiveness",
                judgement,
                controls() + " operated effectively enough" + rest,
                controls() + " did not operate effectively enough" + rest);
    }

    private String others() {
        List<String> assumed = new ArrayList<>();
        if (!words.subservices("CARVE_OUT").isEmpty()) {
            assumed.add("the subservice organizations");
        }
        if (!content.description().userControls().isEmpty()) {
            assumed.add("user entities");
        }
        return assumed.isEmpty()
                ? ""
                : ", provided that " + words.list(assumed) + (words.typeTwo() ? " operated" : " operate")
                        + " the complementary controls that the design relies on";
    }

    private Subject subject(String name, Judgement judgement, String holds, String fails) {
        String basis = "“" + basisHeading() + "”";
        String sentence =
                switch (judgement) {
                    case UNMODIFIED -> "In our opinion, in all material respects, " + holds + ".";
                    case QUALIFIED ->
                        "In our opinion, except for the effects of the matters described under " + basis
                                + ", in all material respects, " + holds + ".";
                    case ADVERSE ->
                        "In our opinion, because of the significance of the matters described under " + basis + ", "
                                + fails + ".";
                    case DISCLAIMER ->
                        "Because of the significance of the matters described under " + basis
                                + ", we could not obtain sufficient appropriate evidence, and we do not express an opinion"
                                + " on whether " + holds + ".";
                };
        return new Subject(name, judgement, sentence);
    }

    /** A subject matter of the examination and what the firm says of it. */
    record Subject(String name, Judgement judgement, String sentence) {

        public String judged() {
            return switch (judgement) {
                case UNMODIFIED -> "Unmodified";
                case QUALIFIED -> "Qualified";
                case ADVERSE -> "Adverse";
                case DISCLAIMER -> "No opinion expressed";
            };
        }
    }
}
