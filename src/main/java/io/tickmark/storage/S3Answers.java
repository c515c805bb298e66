package io.tickmark.storage;

import io.minio.errors.ErrorResponseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for what an S3 server answers. Whatever is no success is {@link StoreUnavailable}, with what was said as its cause. */
final class S3Answers {

    private static final List<String> MISSING = List.of("NoSuchKey", "NoSuchVersion");
    private static final List<String> TAKEN = List.of("PreconditionFailed", "ConditionalRequestConflict");

    private S3Answers() {}

    /** @param patience beside the client's own time-outs, which a server that dribbles would never run into */
    static <T> T await(CompletableFuture<T> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new StoreUnavailable(cause(failure));
        } catch (TimeoutException slow) {
            throw new StoreUnavailable(slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(stopped);
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapped = failure instanceof ExecutionException || failure instanceof CompletionException;
        return wrapped && cause != null ? cause(cause) : failure;
    }

    /** What went wrong where no server answered: its kind alone, for the words may name hosts. */
    static String reason(StoreUnavailable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? "no answer" : cause.getClass().getSimpleName();
    }

    static boolean saysMissing(StoreUnavailable failure) {
        String code = code(failure);
        return code != null && MISSING.contains(code);
    }

    static boolean saysTaken(StoreUnavailable failure) {
        String code = code(failure);
        return code != null && TAKEN.contains(code);
    }

    static boolean says(StoreUnavailable failure, String code) {
        return code.equals(code(failure));
    }

    /** Null where the server did not answer at all, or not as an S3 server does. */
    static @Nullable String code(StoreUnavailable failure) {
        return failure.getCause() instanceof ErrorResponseException said
                ? said.errorResponse().code()
                : null;
    }
}
