package io.tickmark.identity;

import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in the fields of a person; every wrong field is told at once. */
final class PersonEntry {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,180}\\.[^\\s@.]{2,9}");
    private static final int LONGEST_NAME = 200;

    private PersonEntry() {}

    /** @param added functions beside the product's own, for people of this organisation */
    static void check(NewPerson person, Set<String> added) {
        List<Refusal> wrong = new ArrayList<>();
        if (!USERNAME.matcher(person.username()).matches()) {
            wrong.add(new Refusal(
                    "username", "A username has 2 to 60 characters of a to z, 0 to 9, dot, hyphen and underscore."));
        }
        common(person.name(), person.email(), person.client() == null, person.functions(), added, wrong);
    }

    static void check(Person person, Set<String> added) {
        common(person.name(), person.email(), person.client() == null, person.functions(), added, new ArrayList<>());
    }

    private static void common(
            String name,
            @Nullable String email,
            boolean firm,
            Set<String> functions,
            Set<String> added,
            List<Refusal> wrong) {
        if (!OneLine.fits(name, LONGEST_NAME)) {
            wrong.add(new Refusal("name", "A name has 1 to " + LONGEST_NAME + " characters in one line."));
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            wrong.add(new Refusal("email", "This is no mail address."));
        }
        Set<String> known = new TreeSet<>(firm ? Functions.FIRM : Functions.CLIENT);
        known.addAll(added);
        if (functions.isEmpty() || !known.containsAll(functions)) {
            String whose = firm ? "Here" : "For a client's person";
            wrong.add(new Refusal("roles", whose + " take one or more of " + known + "."));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
