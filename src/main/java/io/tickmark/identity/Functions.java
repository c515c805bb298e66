package io.tickmark.identity;

import java.util.Set;

/** What a person may do in general. Roles in an engagement carry the same names but belong to its team. */
public final class Functions {

    public static final String ADMIN = "admin";
    public static final String PROCESS_OWNER = "process-owner";
    public static final String AUDIT_PARTNER = "audit-partner";
    public static final String AUDIT_MANAGER = "audit-manager";
    public static final String PROJECT_MANAGER = "project-manager";
    public static final String CLIENT_SPONSOR = "client-sponsor";
    public static final String CLIENT_COMPLIANCE = "client-compliance";

    /** What people of the audit firm can be. */
    public static final Set<String> FIRM = Set.of(
            ADMIN,
            PROCESS_OWNER,
            AUDIT_PARTNER,
            AUDIT_MANAGER,
            "audit-senior",
            "audit-staff",
            "quality-reviewer",
            PROJECT_MANAGER);

    /** What people of a client can be; nothing here reaches beyond their own organisation. */
    public static final Set<String> CLIENT =
            Set.of(CLIENT_SPONSOR, CLIENT_COMPLIANCE, "control-owner", "subservice-sponsor", PROJECT_MANAGER);

    private Functions() {}
}
