package io.tickmark.modeling;

import io.tickmark.modelcheck.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * As many findings as somebody can read, errors before warnings where there are more.
 *
 * @param more how many there are beside them
 */
record FirstFindings(List<Finding> findings, int more) {

    static final int MOST = 500;

    static FirstFindings of(List<Finding> all) {
        if (all.size() <= MOST) {
            return new FirstFindings(List.copyOf(all), 0);
        }
        List<Finding> first = all.stream()
                .sorted(Comparator.comparing((Finding finding) -> finding.severity() != Severity.ERROR))
                .limit(MOST)
                .toList();
        return new FirstFindings(first, all.size() - MOST);
    }
}
