package io.tickmark.engagement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The planned reports as the transaction under way has read them: one form may ask for them six times. */
final class ReadPlans extends ResourceHolderSupport {

    private final Map<UUID, List<ReportPlan>> read = new HashMap<>();

    /** What was kept for the engagement, or null. */
    static @Nullable List<ReportPlan> of(UUID engagement) {
        return TransactionSynchronizationManager.getResource(ReadPlans.class) instanceof ReadPlans plans
                ? plans.read.get(engagement)
                : null;
    }

    /** Until the transaction ends, or somebody changes them in it. */
    static void keep(UUID engagement, List<ReportPlan> plans) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        ReadPlans kept = (ReadPlans) TransactionSynchronizationManager.getResource(ReadPlans.class);
        if (kept == null) {
            kept = new ReadPlans();
            TransactionSynchronizationManager.bindResource(ReadPlans.class, kept);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(kept, ReadPlans.class) {});
        }
        kept.read.put(engagement, plans);
    }

    static void forget(UUID engagement) {
        if (TransactionSynchronizationManager.getResource(ReadPlans.class) instanceof ReadPlans plans) {
            plans.read.remove(engagement);
        }
    }
}
