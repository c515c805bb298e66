package io.tickmark.engagement;

import io.tickmark.identity.Functions;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is sent about roles; every wrong field is named at once. */
final class RoleEntry {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_NAME = 60;

    private RoleEntry() {}

    record NewRole(
            @Nullable String key,
            @Nullable String name,
            @Nullable String side,
            @Nullable List<String> standIns,
            @Nullable Boolean seesWorkpapers) {}

    record Change(
            @Nullable String name,
            @Nullable Boolean retired,
            @Nullable Integer version) {}

    static TeamRole read(NewRole sent, List<TeamRole> known) {
        List<Refusal> wrong = new ArrayList<>();
        String key = sent.key() == null ? "" : sent.key();
        checkKey(key, wrong);
        Side side = "CLIENT".equals(sent.side()) ? Side.CLIENT : Side.FIRM;
        if (!side.name().equals(sent.side())) {
            wrong.add(new Refusal("side", "Say whose people hold the role: CLIENT or FIRM"));
        }
        boolean seesWorkpapers = Boolean.TRUE.equals(sent.seesWorkpapers());
        if (seesWorkpapers && side == Side.CLIENT) {
            wrong.add(new Refusal("seesWorkpapers", "Workpapers are the firm's: no client's role sees them"));
        }
        List<String> standIns = sent.standIns() == null
                ? List.of()
                : sent.standIns().stream().distinct().toList();
        standIns.forEach(standIn -> checkStandIn(standIn, side, known, wrong));
        String name = name(sent.name(), wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        return new TeamRole(key, name, side, standIns, seesWorkpapers, false, false, 0);
    }

    /** One line, without spaces around it. */
    static String name(@Nullable String name) {
        List<Refusal> wrong = new ArrayList<>();
        String clean = name(name, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        return clean;
    }

    private static String name(@Nullable String name, List<Refusal> wrong) {
        String clean = name == null ? "" : name.strip();
        if (clean.isEmpty()
                || clean.codePointCount(0, clean.length()) > LONGEST_NAME
                || clean.codePoints().anyMatch(Character::isISOControl)) {
            wrong.add(new Refusal("name", "A name has 1 to " + LONGEST_NAME + " characters in one line"));
        }
        return clean;
    }

    /** A role's key is a function that people can be given, so it must never be one that has rights. */
    private static void checkKey(String key, List<Refusal> wrong) {
        if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
            wrong.add(new Refusal(
                    "key", "A key is words of a to z and 0 to 9 with hyphens between, at most " + LONGEST_KEY));
        } else if (Roles.ALL.contains(key)
                || key.equals(Roles.AUDIT_TEAM)
                || Functions.FIRM.contains(key)
                || Functions.CLIENT.contains(key)) {
            wrong.add(new Refusal("key", "The product has a meaning of its own for '" + key + "': choose another"));
        }
    }

    private static void checkStandIn(String standIn, Side side, List<TeamRole> known, List<Refusal> wrong) {
        TeamRole role =
                known.stream().filter(r -> r.key().equals(standIn)).findFirst().orElse(null);
        if (role == null) {
            wrong.add(new Refusal("standIns", "There is no role '" + standIn + "'"));
        } else if (role.side() != side) {
            wrong.add(new Refusal("standIns", "'" + standIn + "' is not of the same side, so it cannot stand in"));
        } else if (role.retired()) {
            wrong.add(new Refusal("standIns", "'" + standIn + "' is retired"));
        } else if (standIn.equals(Roles.QUALITY_REVIEWER)) {
            wrong.add(new Refusal("standIns", "A quality reviewer stands in for nobody of the team (SQMS 2)"));
        }
    }
}
