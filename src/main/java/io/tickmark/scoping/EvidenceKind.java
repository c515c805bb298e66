package io.tickmark.scoping;

/** What an evidence request asks for. A population comes before the sample items drawn from it. */
public enum EvidenceKind {
    POPULATION("POP", "Population"),
    SAMPLE("SMP", "Sample items"),
    DOCUMENT("DOC", "Document"),
    CONFIGURATION("CFG", "Configuration"),
    OBSERVATION("OBS", "Observation");

    private final String code;
    private final String label;

    EvidenceKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The three letters that a control list writes before the request. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
