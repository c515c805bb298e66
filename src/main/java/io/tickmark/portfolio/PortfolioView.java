package io.tickmark.portfolio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio is narrowed to and how it is sorted, as it stands in the page's address; what is not known there
 * counts as not said.
 *
 * @param q part of a title or a client's name, in any case
 * @param health {@code red}, {@code amber} or {@code green}; empty for all
 * @param ended those that are closed, declined or withdrawn, in place of the running ones
 * @param page from 1
 */
record PortfolioView(String q, String health, String phase, boolean ended, String sort, int page) {

    static final List<String> HEALTHS = List.of("red", "amber", "green");
    static final List<String> SORTS = List.of("trouble", "title", "client", "phase", "next", "needed");
    static final int ROWS = 50;

    static PortfolioView of(
            @Nullable String q,
            @Nullable String health,
            @Nullable String phase,
            @Nullable String which,
            @Nullable String sort,
            @Nullable String page) {
        String wanted = Objects.requireNonNullElse(sort, "");
        String colour = Objects.requireNonNullElse(health, "");
        return new PortfolioView(
                Objects.requireNonNullElse(q, "").strip(),
                HEALTHS.contains(colour) ? colour : "",
                Objects.requireNonNullElse(phase, "").strip(),
                "ended".equals(which),
                SORTS.contains(wanted) ? wanted : SORTS.get(0),
                number(page));
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    public boolean narrowed() {
        return ended || !(q.isEmpty() && health.isEmpty() && phase.isEmpty());
    }

    boolean shows(PortfolioRow row) {
        String part = q.toLowerCase(Locale.ROOT);
        return (health.isEmpty() || health.equals(row.health()))
                && (phase.isEmpty() || phase.equals(row.phase()))
                && (part.isEmpty()
                        || row.title().toLowerCase(Locale.ROOT).contains(part)
                        || row.client().toLowerCase(Locale.ROOT).contains(part));
    }

    /** The address of the same list sorted otherwise, from its first page. */
    public String sortedBy(String other) {
        return address(other, 1);
    }

    /** The address of another page of the same list. */
    public String onPage(int other) {
        return address(sort, other);
    }

    private String address(String sortedBy, int number) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("q", q);
        said.put("health", health);
        said.put("which", ended ? "ended" : "");
        said.put("phase", phase);
        said.put("sort", sortedBy.equals(SORTS.get(0)) ? "" : sortedBy);
        said.put("page", number == 1 ? "" : String.valueOf(number));
        String query = said.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/engagements" : "/engagements?" + query;
    }
}
