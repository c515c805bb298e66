package io.tickmark.portfolio;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.milestones.Outlook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One audit in the list.
 *
 * @param health of one that has ended, {@code ended}
 * @param nextName the milestone that comes next; empty where none is open
 * @param risk what will not be kept, as a sentence; empty where all will
 * @param late by how many working days at most
 */
record PortfolioRow(
        UUID id,
        String title,
        String client,
        String health,
        String phase,
        String nextName,
        @Nullable Day next,
        String risk,
        int late,
        @Nullable Day needed) {

    static PortfolioRow of(EngagementFacts engagement, String client, Outlook outlook, LocalDate today) {
        Outlook.Next next = outlook.next();
        Outlook.Risk risk = outlook.risk();
        return new PortfolioRow(
                engagement.id().value(),
                engagement.title(),
                client,
                outlook.health(),
                engagement.phase(),
                next == null ? "" : next.name(),
                next == null ? null : Day.of(next.planned() == null ? next.forecast() : next.planned(), today),
                risk == null ? "" : sentence(risk),
                risk == null ? 0 : risk.late(),
                Day.of(engagement.neededBy(), today));
    }

    /** Of one that has ended: its plan is history. */
    static PortfolioRow ended(EngagementFacts engagement, String client, LocalDate today) {
        return new PortfolioRow(
                engagement.id().value(),
                engagement.title(),
                client,
                "ended",
                engagement.phase(),
                "",
                null,
                "",
                0,
                Day.of(engagement.neededBy(), today));
    }

    private static String sentence(Outlook.Risk risk) {
        return risk.name() + " " + Day.words(risk.forecast()) + ", " + risk.late()
                + (risk.late() == 1 ? " working day after " : " working days after ")
                + (risk.needed() ? "it is needed" : "the plan");
    }

    /** As the address says; what is alike stays the newest first. */
    static Comparator<PortfolioRow> sorted(String by) {
        return switch (by) {
            case "title" -> Comparator.comparing(PortfolioRow::title, String.CASE_INSENSITIVE_ORDER);
            case "client" -> Comparator.comparing(PortfolioRow::client, String.CASE_INSENSITIVE_ORDER);
            case "phase" -> Comparator.comparing(PortfolioRow::phase);
            case "next" -> Comparator.comparing(row -> date(row.next()));
            case "needed" -> Comparator.comparing(row -> date(row.needed()));
            default ->
                Comparator.<PortfolioRow>comparingInt(row -> PortfolioView.HEALTHS.indexOf(row.health()))
                        .thenComparing(
                                Comparator.comparingInt(PortfolioRow::late).reversed());
        };
    }

    private static LocalDate date(@Nullable Day day) {
        return day == null ? LocalDate.MAX : day.date();
    }

    /** A health in words, beside its colour. */
    static String words(String health) {
        return switch (health) {
            case "red" -> "Red: at risk";
            case "amber" -> "Amber: slipping";
            case "ended" -> "Ended";
            default -> "Green: on track";
        };
    }

    /** The colour of a mark. */
    static String kind(String health) {
        return switch (health) {
            case "red" -> "bad";
            case "amber" -> "soon";
            case "ended" -> "quiet";
            default -> "good";
        };
    }

    public String healthWords() {
        return words(health);
    }

    public String healthKind() {
        return kind(health);
    }

    public String phaseWords() {
        return Character.toUpperCase(phase.charAt(0)) + phase.substring(1);
    }
}
