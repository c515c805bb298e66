package io.tickmark.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that cannot be reached from one that refuses what it was asked. */
final class Away {

    private static final int DEEPEST_CAUSE = 20;
    private static final Set<Integer> H2_CLOSED = Set.of(90067, 90098, 90121);

    private Away() {}

    static boolean in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || (cause instanceof SQLException sql && isConnection(sql))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isConnection(SQLException sql) {
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLRecoverableException
                || (sql.getSQLState() != null && sql.getSQLState().startsWith("08"))
                || H2_CLOSED.contains(sql.getErrorCode())
                // the pool's own answer for a connection it has given up; it carries no state
                || "Connection is closed".equals(sql.getMessage());
    }
}
