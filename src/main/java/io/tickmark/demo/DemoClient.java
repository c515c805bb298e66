package io.tickmark.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clients of the demo world, and who works for them. */
enum DemoClient {
    NORTHWIND("Northwind", "sample-controls", "sponsor", "compliance", "engineer", "hr"),
    FABRIKAM("Fabrikam", "sample-controls", "sponsor2", "compliance2", "engineer2"),
    ALDERBROOK("Alderbrook Archive", "alderbrook-controls", "sponsor3", "compliance3", "engineer3"),
    HARBORPAY("Harborpay Payroll Services", "harborpay-controls", "sponsor4", "compliance4", "engineer4");

    private static final Map<String, Object> FIRM = Map.of(
            "audit-partner", "partner",
            "audit-manager", "manager",
            "audit-senior", "senior",
            "audit-staff", "staff",
            "quality-reviewer", "reviewer",
            "project-manager", "pm");

    private final String company;
    private final String controls;
    private final String sponsor;
    private final String compliance;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> owners;

    DemoClient(String company, String controls, String sponsor, String compliance, String... owners) {
        this.company = company;
        this.controls = controls;
        this.sponsor = sponsor;
        this.compliance = compliance;
        this.owners = List.of(owners);
    }

    String company() {
        return company;
    }

    /** The file with its control list. */
    String controls() {
        return "demo/" + controls + ".csv";
    }

    /** Usernames by role. */
    Map<String, Object> team() {
        Map<String, Object> team = new LinkedHashMap<>(FIRM);
        team.put("client-sponsor", sponsor);
        team.put("client-compliance", compliance);
        team.put("control-owner", owners);
        return team;
    }

    /** Who does what is for a role, of several the first. */
    Map<String, String> holders() {
        Map<String, String> holders = new LinkedHashMap<>();
        team().forEach((role, held) -> holders.put(role, held.equals(owners) ? owners.get(0) : held.toString()));
        return holders;
    }

    /** Everybody who works on its audits, the client's people first. */
    List<String> cast() {
        List<String> cast = new ArrayList<>(List.of(sponsor, compliance));
        cast.addAll(owners);
        cast.addAll(List.of("partner", "manager", "senior", "staff", "reviewer", "pm"));
        return cast;
    }
}
