package io.tickmark.scoping;

import io.tickmark.kernel.ClientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A control in a client's library: it lives from year to year, and a scope takes a copy of it. */
@Entity
class Control {

    private static final int LONG_TEXT = 1 << 24;

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID clientId;

    @Column(nullable = false)
    private String reference;

    @Column(name = "position_no", nullable = false)
    private int position;

    @Column(nullable = false)
    private String title = "";

    @Column(nullable = false, length = LONG_TEXT)
    private String description = "";

    @Column(nullable = false)
    private String criteria = "";

    @Column(nullable = false)
    private String frequency = "";

    @Column(nullable = false)
    private String nature = "";

    @Column(nullable = false, length = LONG_TEXT)
    private String evidence = "";

    /** In place of a criterion: the control serves control objectives of a SOC 1 and no criterion. */
    static final String OBJECTIVES_ONLY = "SOC1";

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Control() {}

    Control(ClientId client, int position, ControlLine line) {
        this.id = UUID.randomUUID();
        this.clientId = client.value();
        this.reference = line.reference();
        this.position = position;
        update(line);
    }

    /** Takes over what the line says; the reference stays as it is written here. */
    void update(ControlLine line) {
        title = line.title();
        description = line.description();
        criteria = String.join(";", line.criteria());
        frequency = line.frequency();
        nature = line.nature();
        evidence = PlannedEvidence.lines(line.evidence());
    }

    boolean says(ControlLine line) {
        return title.equals(line.title())
                && description.equals(line.description())
                && criteria.equals(String.join(";", line.criteria()))
                && frequency.equals(line.frequency())
                && nature.equals(line.nature())
                && evidence.equals(PlannedEvidence.lines(line.evidence()));
    }

    UUID id() {
        return id;
    }

    int version() {
        return version == null ? 0 : version;
    }

    String reference() {
        return reference;
    }

    int position() {
        return position;
    }

    List<String> criteria() {
        return List.of(criteria.split(";"));
    }

    /** As a scope has it that holds only these criteria. */
    ScopedControl scoped(Set<String> within) {
        List<String> served = criteria().stream().filter(within::contains).toList();
        return new ScopedControl(
                id, reference, title, description, served, frequency, nature, PlannedEvidence.read(evidence));
    }
}
