package io.tickmark.changes;

import io.tickmark.kernel.PersonId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is to hold which role from the change on; roles that are not named stay as they are.
 *
 * @param roles an empty list leaves a role to nobody
 */
record NewTeam(Map<String, List<PersonId>> roles) {

    /** A line for each role: its key and its holders' ids, parted by blanks; null for no role. */
    @Nullable
    String text() {
        return roles.isEmpty()
                ? null
                : roles.entrySet().stream()
                        .map(role -> role.getKey()
                                + role.getValue().stream()
                                        .map(person -> " " + person)
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    static NewTeam of(@Nullable String text) {
        Map<String, List<PersonId>> roles = new LinkedHashMap<>();
        if (text != null) {
            text.lines()
                    .map(line -> line.split(" "))
                    .forEach(words -> roles.put(
                            words[0],
                            Arrays.stream(words).skip(1).map(PersonId::of).toList()));
        }
        return new NewTeam(roles);
    }

    boolean isEmpty() {
        return roles.isEmpty();
    }

    List<PersonId> people() {
        return roles.values().stream().flatMap(List::stream).distinct().toList();
    }
}
