package io.tickmark.milestones;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One milestone of one engagement. */
@Entity
class Milestone {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(name = "position_no")
    private int position;

    @Column(nullable = false)
    private String name;

    private int workingDays;

    @Column(nullable = false)
    private String follows;

    private @Nullable LocalDate plannedOn;
    private @Nullable LocalDate baselineOn;
    private @Nullable LocalDate actualOn;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Milestone() {}

    Milestone(UUID engagement, int position, String name, int workingDays, String follows) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement;
        this.position = position;
        this.name = name;
        this.workingDays = workingDays;
        this.follows = follows;
    }

    /** Takes the place and the planning of another version of the models; dates stay. */
    void become(int position, int workingDays, String follows) {
        this.position = position;
        this.workingDays = workingDays;
        this.follows = follows;
    }

    UUID id() {
        return id;
    }

    UUID engagement() {
        return engagementId;
    }

    String name() {
        return name;
    }

    int workingDays() {
        return workingDays;
    }

    String follows() {
        return follows;
    }

    @Nullable
    LocalDate planned() {
        return plannedOn;
    }

    @Nullable
    LocalDate baseline() {
        return baselineOn;
    }

    @Nullable
    LocalDate actual() {
        return actualOn;
    }

    int version() {
        return version == null ? 0 : version;
    }

    void planFor(@Nullable LocalDate date) {
        plannedOn = date;
    }

    /** The plan as agreed: later plans are compared with it. */
    void baseline(@Nullable LocalDate date) {
        baselineOn = date;
    }

    /** Work sent back and done again reaches its milestone again: the later day counts. */
    void reached(LocalDate day) {
        actualOn = day;
    }
}
