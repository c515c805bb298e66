package io.tickmark.engagement;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roles that the shipped models know, and who stands in where a role has no holder: those above it on the same
 * side. A quality reviewer has no stand-in, since he must not be of the team (SQMS 2). An administrator adds others, see {@link RoleAdministration}.
 */
public final class Roles {

    public static final String SPONSOR = "client-sponsor";
    public static final String COMPLIANCE = "client-compliance";
    public static final String CONTROL_OWNER = "control-owner";
    /** Management of a subservice organisation whose controls the report includes; nobody stands in for it. */
    public static final String SUBSERVICE_SPONSOR = "subservice-sponsor";

    public static final String PARTNER = "audit-partner";
    public static final String MANAGER = "audit-manager";
    public static final String SENIOR = "audit-senior";
    public static final String STAFF = "audit-staff";
    public static final String QUALITY_REVIEWER = "quality-reviewer";
    public static final String PROJECT_MANAGER = "project-manager";
    /** Everybody of the audit side at once, the quality reviewer included: for what each person confirms. */
    public static final String AUDIT_TEAM = "audit-team";

    public static final Set<String> CLIENT_SIDE = Set.of(SPONSOR, COMPLIANCE, CONTROL_OWNER, SUBSERVICE_SPONSOR);
    public static final Set<String> AUDIT_SIDE = Set.of(PARTNER, MANAGER, SENIOR, STAFF, QUALITY_REVIEWER);

    /** Roles that an engagement cannot do without. */
    static final List<String> REQUIRED = List.of(PARTNER, MANAGER, SPONSOR, COMPLIANCE);

    /** Roles that may be named in a team. */
    static final List<String> ALL = List.of(
            PARTNER,
            MANAGER,
            SENIOR,
            STAFF,
            QUALITY_REVIEWER,
            PROJECT_MANAGER,
            SPONSOR,
            COMPLIANCE,
            CONTROL_OWNER,
            SUBSERVICE_SPONSOR);

    static final Map<String, List<String>> STAND_INS = Map.of(
            STAFF, List.of(SENIOR, MANAGER),
            SENIOR, List.of(MANAGER, PARTNER),
            PROJECT_MANAGER, List.of(MANAGER),
            CONTROL_OWNER, List.of(COMPLIANCE));

    private Roles() {}
}
