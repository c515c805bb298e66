package io.tickmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

class CollisionTest {

    @Test
    void isFoundHoweverDeepItIsWrapped() {
        assertThat(Collision.in(new IllegalStateException(
                        new RuntimeException(new OptimisticLockingFailureException("stale")))))
                .isEqualTo(Collision.STALE);
        assertThat(Collision.in(new IllegalStateException(new CannotAcquireLockException("late"))))
                .isEqualTo(Collision.BUSY);
    }

    @Test
    void theEnginesOwnIsKnownByItsName() {
        assertThat(Collision.in(new OptimisticLockingException())).isEqualTo(Collision.STALE);
    }

    @Test
    void databasesSayItInCodes() {
        assertThat(Collision.in(new RuntimeException(new SQLException("deadlock", "40001", 1213))))
                .isEqualTo(Collision.BUSY);
        assertThat(Collision.in(new SQLException("lock wait", "HY000", 1205))).isEqualTo(Collision.BUSY);
        assertThat(Collision.in(new SQLException("H2 lock timeout", "HYT00", 50200)))
                .isEqualTo(Collision.BUSY);
        assertThat(Collision.in(new SQLException("duplicate", "23000", 1062))).isEqualTo(Collision.DUPLICATE);
        assertThat(Collision.in(new SQLException("duplicate", "23505", 23505))).isEqualTo(Collision.DUPLICATE);
        assertThat(Collision.in(new DuplicateKeyException("duplicate"))).isEqualTo(Collision.DUPLICATE);
    }

    @Test
    void otherFailuresAreNone() {
        assertThat(Collision.in(new DataIntegrityViolationException("too long")))
                .isNull();
        assertThat(Collision.in(new SQLException("no column", "42000", 1054))).isNull();
        assertThat(Collision.in(new SQLException("nothing known"))).isNull();
        assertThat(Collision.in(new IllegalStateException("defect"))).isNull();
    }

    /** Stands for {@code org.camunda.bpm.engine.OptimisticLockingException}, which this module must not import. */
    private static final class OptimisticLockingException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
