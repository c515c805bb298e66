package io.tickmark.engagement;

import java.util.List;

/**
 * A role that can be held in a team.
 *
 * @param key as models name it; it keeps its meaning for ever
 * @param standIns who may act while nobody holds it, never in place of somebody
 * @param seesWorkpapers whether its holders look into the engagement as auditors do; never for a client's role
 * @param shipped whether the product brings it; such a role cannot be changed
 * @param retired whether it is given to nobody any more
 * @param version of one that was added; 0 for a shipped one
 */
record TeamRole(
        String key,
        String name,
        Side side,
        List<String> standIns,
        boolean seesWorkpapers,
        boolean shipped,
        boolean retired,
        int version) {

    static TeamRole shipped(String key) {
        String words = key.replace('-', ' ');
        return new TeamRole(
                key,
                Character.toUpperCase(words.charAt(0)) + words.substring(1),
                side(key),
                Roles.STAND_INS.getOrDefault(key, List.of()),
                Roles.AUDIT_SIDE.contains(key),
                true,
                false,
                0);
    }

    private static Side side(String key) {
        if (Roles.CLIENT_SIDE.contains(key)) {
            return Side.CLIENT;
        }
        return Roles.AUDIT_SIDE.contains(key) ? Side.FIRM : Side.EITHER;
    }
}
