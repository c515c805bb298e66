package io.tickmark.kernel;

import java.util.List;

/** A rule refuses what was asked; nothing was changed. Answered as 422 with the refusals at their fields. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public Refused(List<Refusal> refusals) {
        super(refusals.isEmpty() ? "Refused" : refusals.get(0).message());
        this.refusals = List.copyOf(refusals);
    }

    public Refused(String field, String message) {
        this(List.of(new Refusal(field, message)));
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
