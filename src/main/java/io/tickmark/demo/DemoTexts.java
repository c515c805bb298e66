package io.tickmark.demo;

import java.util.Map;

/** What the demo's people write. */
final class DemoTexts {

    private static final Map<String, String> BY_KEY = Map.ofEntries(
            Map.entry(
                    "understanding",
                    "A software-as-a-service company whose enterprise customers ask for assurance over security."),
            Map.entry(
                    "approach",
                    "Planning with a walkthrough of each key control, interim tests during the period, roll-forward after it."),
            Map.entry(
                    "services",
                    "Order and inventory management as a hosted service, with a web application, an API and e-mail support."),
            Map.entry(
                    "commitments",
                    "Availability of 99.9 % per month, encryption of customer data, notice of incidents within 72 hours."),
            Map.entry(
                    "infrastructure",
                    "Two regions of a public cloud, three availability zones each; managed databases; no own data centre."),
            Map.entry(
                    "software",
                    "The order service, the stock service, an identity provider, a build pipeline, log and alert management."),
            Map.entry("people", "Engineering (42), operations (9), security (4), people team (5), support (17)."),
            Map.entry(
                    "procedures",
                    "Access, change, incident, backup and vendor procedures, reviewed yearly and kept in the company's handbook."),
            Map.entry(
                    "data",
                    "Customers' orders, stock levels and contact details of their staff; no payment card data."),
            Map.entry(
                    "boundaries",
                    "Production accounts, the build pipeline and the staff who operate them; the corporate website is out of scope."),
            Map.entry("attendees", "Sponsor, compliance lead, engagement partner, manager and senior."),
            Map.entry("minutes", "Objectives, scope, calendar, contacts and the way requests are handled were agreed."),
            Map.entry(
                    "inquiry",
                    "Asked the control's owner how it runs and who stands in; the answer agrees with the description."),
            Map.entry(
                    "procedurePerformed",
                    "Inspected the evidence for each sampled item and agreed date, approver and result to the source system."),
            Map.entry(
                    "riskNarrative",
                    "Change in two core systems and a new identity provider raise the risk in access and change management."),
            Map.entry(
                    "evaluation",
                    "Considered nature, cause and extent; the effect on the criteria concerned was assessed alone and together."),
            Map.entry(
                    "populationSource",
                    "Ticket system, saved query AUDIT-POP, filter on closing date within the period, exported as CSV."),
            Map.entry(
                    "managementResponse",
                    "Management agrees; the step was automated and the responsible team trained."),
            Map.entry(
                    "correctiveAction",
                    "The approval is now enforced by the tool; a monthly report lists any exception."),
            Map.entry(
                    "walkthroughNotes",
                    "One instance of each key control was followed from start to end and agreed to the description."),
            Map.entry(
                    "acceptanceReason",
                    "Suitable subject matter and criteria, access to evidence, competent team, no threat to independence."),
            Map.entry("recipients", "Customers under agreement, on request to the compliance lead."));

    String of(String key, String label) {
        String known = BY_KEY.get(key);
        return known != null
                ? known
                : "Done as described and agreed with those concerned ("
                        + label.toLowerCase(java.util.Locale.ROOT).replace("?", "") + ").";
    }
}
