package io.tickmark.workflow;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a step has made for the job that its thread is about to run. */
final class Preparation<P> {

    private static final ThreadLocal<@Nullable Preparation<?>> AT_HAND = new ThreadLocal<>();

    private final PreparedStep<P> step;
    private final P made;

    private Preparation(PreparedStep<P> step, P made) {
        this.step = step;
        this.made = made;
    }

    /** Has the step make its part, then runs the job with it at hand. */
    static <P, T> T around(PreparedStep<P> step, StepFacts facts, Supplier<T> job) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What a step makes ahead would be made inside a transaction");
        }
        P made = step.prepare(facts);
        AT_HAND.set(new Preparation<>(step, made));
        try {
            return job.get();
        } finally {
            AT_HAND.remove();
            step.release(made);
        }
    }

    /** Runs the step in the job's transaction with what it made for it. */
    static void use(PreparedStep<?> step, StepContext context) {
        Preparation<?> preparation = AT_HAND.get();
        if (preparation == null || preparation.step != step) {
            throw new IllegalStateException("The step " + step.getClass().getSimpleName() + " was not prepared");
        }
        preparation.use(context);
    }

    private void use(StepContext context) {
        step.run(context, made);
    }
}
