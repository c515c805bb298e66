package io.tickmark.engagement;

/** The trust services categories (TSP 100). Security is the common criteria, and part of every SOC 2. */
public enum Category {
    SECURITY("Security"),
    AVAILABILITY("Availability"),
    PROCESSING_INTEGRITY("Processing integrity"),
    CONFIDENTIALITY("Confidentiality"),
    PRIVACY("Privacy");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
