package io.tickmark.web;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Two requests met at the same rows, and this one lost: why, and how often it is worth running again. */
enum Collision {
    /** Somebody changed the row between our reading and our writing it. */
    STALE(6),
    /** A deadlock, or a lock that did not come free in time. */
    BUSY(6),
    /** Somebody wrote the same unique value first; once more, and the module's own check sees it and says so better. */
    DUPLICATE(2);

    private static final int DEEPEST_CAUSE = 20;
    private static final String MYSQL_DUPLICATE = "23000/1062";
    private static final String H2_DUPLICATE = "23505";
    private static final Set<Integer> LOCK_CODES = Set.of(1205, 1213, 50200, 90131);

    private final int tries;

    Collision(int tries) {
        this.tries = tries;
    }

    int tries() {
        return tries;
    }

    /** The collision behind a failure however deep it is wrapped, or null when it is something else. */
    static @Nullable Collision in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            Collision found = one(cause);
            if (found != null) {
                return found;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static @Nullable Collision one(Throwable cause) {
        // the process engine's own class is named, not imported: no module but workflow may know the engine
        if (cause instanceof OptimisticLockingFailureException
                || cause instanceof OptimisticLockException
                || cause.getClass().getSimpleName().equals("OptimisticLockingException")) {
            return STALE;
        }
        if (cause instanceof ConcurrencyFailureException
                || cause instanceof PessimisticLockException
                || cause instanceof LockTimeoutException) {
            return BUSY;
        }
        if (cause instanceof DuplicateKeyException) {
            return DUPLICATE;
        }
        return cause instanceof SQLException sql ? of(sql) : null;
    }

    private static @Nullable Collision of(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.startsWith("40") || LOCK_CODES.contains(sql.getErrorCode())) {
            return BUSY;
        }
        boolean duplicate = state.equals(H2_DUPLICATE) || MYSQL_DUPLICATE.equals(state + "/" + sql.getErrorCode());
        return duplicate ? DUPLICATE : null;
    }
}
