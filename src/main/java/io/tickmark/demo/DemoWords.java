package io.tickmark.demo;

import java.util.List;
import java.util.Map;

/** What the story has people answer where it departs from the smooth way. */
final class DemoWords {

    /** Controls in scope: last year's audit of Northwind, its other services, Fabrikam. */
    static final List<List<String>> CONTROLS = List.of(
            List.of("ORG-01", "ORG-07", "ACC-01", "ACC-02", "ACC-03", "CHG-01"),
            List.of("ORG-07", "ACC-01", "ACC-02"),
            List.of("ORG-01", "ACC-01", "CHG-01"));

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
