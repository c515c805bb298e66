package io.tickmark.demo;

import java.util.List;
import java.util.Map;

/** What the story has people answer where it departs from the smooth way. */
final class DemoWords {

    /** Controls in scope of last year's audit of Northwind; they cover every criterion of security. */
    static final List<String> LAST_YEAR = List.of(
            "ACC-01", "ACC-02", "ACC-03", "ACC-13", "CHG-01", "COM-02", "COM-03", "END-02", "MON-04", "OPS-04",
            "OPS-06", "ORG-01", "ORG-02", "ORG-04", "ORG-05", "ORG-07", "PHY-02", "RSK-03", "RSK-04", "RSK-05");

    /** Of Northwind's other services. */
    static final List<String> NORTHWIND = List.of("ORG-07", "ACC-01", "ACC-02");

    static final List<String> FABRIKAM = List.of("ORG-01", "ACC-01", "CHG-01");

    static final Map<String, Object> DEVIATION = Map.of(
            "conclusion", "deviation",
            "itemsFailed", 1,
            "failedAttribute", "One change was released without a recorded approval.",
            "cause", "An emergency fix was approved by telephone and the approval not recorded afterwards.",
            "extent", "isolated");

    static final Map<String, Object> RETURNED = Map.of(
            "evidenceDecision", "return",
            "returnReason", "wrong-period",
            "returnNote", "The export ends before the period begins; please send the one for the period.");

    private DemoWords() {}
}
