package io.tickmark.workflow;

/**
 * A step that makes something which no transaction may wait for: a rendered document, bytes in the object store. It is
 * asked three times for each try, on one thread: before the job's transaction opens, in it, and after it.
 *
 * @param <P> what it makes; never null
 */
public interface PreparedStep<P> extends Step {

    /**
     * Makes it, outside of any transaction and without a connection; facts are read in short transactions of their own.
     * What it throws fails the job like a throw of {@link #run}, and {@link #release} is not called: it clears up itself.
     */
    P prepare(StepFacts facts);

    /**
     * Records what was made, in the job's transaction. The facts may have changed since {@link #prepare} read them: look
     * again, and throw a {@code ConcurrencyFailureException} when they have; the job is tried again at once.
     */
    void run(StepContext context, P prepared);

    /** Called at last, committed or not: gives up what does not count. After a kill nobody calls it. */
    void release(P prepared);

    /** Only the job executor runs it, since only there is a time before the transaction. */
    @Override
    default void run(StepContext context) {
        throw new IllegalStateException("The step " + getClass().getSimpleName() + " runs only prepared, as a job");
    }
}
