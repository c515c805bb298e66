package io.tickmark.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Rows as a client's system would export them, spread over a period. The same record always looks the same, so that a
 * sampled one is found in its population.
 *
 * @param described {@code columns} and {@code row} with semicolons between them, {@code perYear} where events are counted
 */
record DemoRecords(JsonNode described, LocalDate from, LocalDate to) {

    private static final Pattern BLANK = Pattern.compile("\\{(n|person|lead|date([+-]\\d+)?|of:([^}]*))}");
    private static final int DAYS_OF_A_YEAR = 365;
    private static final List<String> PEOPLE = List.of(
            "A. Moreau",
            "B. Castillo",
            "D. Osei",
            "F. Lindgren",
            "G. Rossi",
            "H. Tanaka",
            "I. Novotny",
            "K. Byrne",
            "L. Haddad",
            "N. Fraser",
            "O. Santos",
            "Q. Zhang",
            "R. Kaplan",
            "T. Bakker",
            "V. Singh",
            "W. Dunn",
            "Y. Cohen");
    private static final List<String> LEADS = List.of("M. Aldridge", "J. Okoye", "S. Petrov");

    /** How many of them there were in the period. */
    int count() {
        return described.path("perYear").asInt(0) * days() / DAYS_OF_A_YEAR;
    }

    /** All of them, as a table with a heading. */
    String all() {
        List<Integer> places = new ArrayList<>();
        for (int place = 1; place <= count(); place++) {
            places.add(place);
        }
        return some(places, count());
    }

    /**
     * Some of them.
     *
     * @param places from 1
     * @param of how many there are
     */
    String some(List<Integer> places, int of) {
        StringBuilder table = new StringBuilder(line(described.path("columns").asString()));
        for (int place : places) {
            table.append(line(row(place - 1, of)));
        }
        return table.toString();
    }

    private String row(int place, int of) {
        LocalDate day = from.plusDays((long) place * days() / Math.max(1, of) + days() / (2L * Math.max(1, of)));
        Matcher blanks = BLANK.matcher(described.path("row").asString());
        return blanks.replaceAll(blank -> Matcher.quoteReplacement(fill(blank, place, day)));
    }

    private String fill(MatchResult blank, int place, LocalDate day) {
        String named = blank.group(1);
        if (named.equals("n")) {
            return String.valueOf(from.getYear() % 100 * 1000 + 101 + place);
        }
        if (named.equals("person")) {
            return PEOPLE.get(place % PEOPLE.size());
        }
        if (named.equals("lead")) {
            return LEADS.get(place % LEADS.size());
        }
        if (named.startsWith("of:")) {
            String[] choice = blank.group(3).split("\\|");
            return choice[place % choice.length];
        }
        String later = blank.group(2);
        return day.plusDays(later == null ? 0 : Long.parseLong(later)).toString();
    }

    private static String line(String cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells.split(";")) {
            quoted.add(cell.contains(",") ? '"' + cell + '"' : cell);
        }
        return String.join(",", quoted) + "\n";
    }

    private int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
