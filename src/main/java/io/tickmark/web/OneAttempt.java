package io.tickmark.web;

import io.tickmark.kernel.Conflict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a request once, in one transaction, into an answer that is still held back. */
@Component
final class OneAttempt {

    private final TransactionTemplate transaction;
    private final IdempotentAnswers answers;
    private final ErrorAnswer errors;

    OneAttempt(PlatformTransactionManager transactions, IdempotentAnswers answers, ErrorAnswer errors) {
        this.transaction = new TransactionTemplate(transactions);
        this.answers = answers;
        this.errors = errors;
    }

    /** Null when the answer stands; otherwise what it collided with, and nothing was changed. */
    @Nullable
    Collision run(HeldBody request, HeldAnswer answer, FilterChain chain, @Nullable Keyed key) throws IOException {
        try {
            transaction.executeWithoutResult(status -> {
                if (key != null) {
                    claim(key);
                }
                proceed(request, answer, chain, status);
                if (key != null && !status.isRollbackOnly()) {
                    answers.keep(key.key(), answer.toAnswer());
                }
            });
        } catch (Claimed second) {
            return replay(request, answer, second.key);
        } catch (Escaped escaped) {
            fail(request, answer, escaped.failure);
        } catch (RuntimeException atCommit) {
            fail(request, answer, atCommit);
        }
        return (Collision) request.getAttribute(Collision.class.getName());
    }

    private void claim(Keyed key) {
        try {
            answers.claim(key.key(), key.fingerprint());
        } catch (DuplicateKeyException taken) {
            throw new Claimed(key);
        }
    }

    private static void proceed(HeldBody request, HeldAnswer answer, FilterChain chain, TransactionStatus status) {
        try {
            chain.doFilter(request, answer);
        } catch (ServletException | IOException escaped) {
            throw new Escaped(escaped);
        }
        if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            status.setRollbackOnly();
        }
    }

    private @Nullable Collision replay(HeldBody request, HeldAnswer answer, Keyed key) throws IOException {
        try {
            Optional<Answer> earlier = answers.earlier(key.key(), key.fingerprint());
            if (earlier.isPresent()) {
                answer.become(earlier.get());
                return null;
            }
            // whoever held the key gave up and rolled back: it is free again, and this is only told after the last try
            fail(request, answer, new Conflict("Another request with this Idempotency-Key is still at work."));
            return Collision.BUSY;
        } catch (RuntimeException failure) {
            fail(request, answer, failure);
            return null;
        }
    }

    private void fail(HeldBody request, HeldAnswer answer, Exception failure) throws IOException {
        answer.reset();
        errors.send(request, answer, failure);
    }

    /** The key belongs to an earlier request, which has committed by now or given up. */
    private static final class Claimed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Keyed key;

        private Claimed(Keyed key) {
            this.key = key;
        }
    }

    private static final class Escaped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Exception failure;

        private Escaped(Exception failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
