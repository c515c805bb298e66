package io.tickmark.engagement;

/** Which report an examination leads to. */
public enum ReportType {
    SOC1,
    SOC2,
    SOC3
}
