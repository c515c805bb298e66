package io.tickmark.modeling;

/** Exactly these models wait for a decision already. Answered as 409, and to Camunda Modeler as that release. */
final class AlreadyWaits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Release release;

    AlreadyWaits(Release release) {
        super("Release " + release.number() + " of " + release.submitterName()
                + " waits with exactly these models: approve or reject that one.");
        this.release = release;
    }

    Release release() {
        return release;
    }
}
