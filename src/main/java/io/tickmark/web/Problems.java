package io.tickmark.web;

import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.kernel.TooLarge;
import io.tickmark.kernel.Unavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** The one place where a failure becomes a status and a sentence. What it does not know is a defect: 500, and logged. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Problem of(Throwable failure) {
        Problem known = ofRule(failure);
        if (known == null) {
            known = ofSignIn(failure);
        }
        if (known == null) {
            known = ofRequest(failure);
        }
        if (known == null) {
            known = ofDatabase(failure);
        }
        return known == null ? defect(failure) : known;
    }

    private static @Nullable Problem ofRule(Throwable failure) {
        if (failure instanceof Refused refused) {
            return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, text(refused), refused.refusals());
        }
        if (failure instanceof NotFound) {
            return Problem.of(HttpStatus.NOT_FOUND, text(failure));
        }
        if (failure instanceof Conflict) {
            return Problem.of(HttpStatus.CONFLICT, text(failure));
        }
        if (failure instanceof Forbidden) {
            return Problem.of(HttpStatus.FORBIDDEN, text(failure));
        }
        if (failure instanceof Malformed) {
            return Problem.of(HttpStatus.BAD_REQUEST, text(failure));
        }
        if (failure instanceof TooLarge) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, text(failure));
        }
        return failure instanceof Unavailable ? Problem.of(HttpStatus.SERVICE_UNAVAILABLE, text(failure)) : null;
    }

    private static @Nullable Problem ofSignIn(Throwable failure) {
        if (failure instanceof CsrfException) {
            return Problem.of(HttpStatus.FORBIDDEN, "The page is too old for this: reload it and try again.");
        }
        if (failure instanceof AccessDeniedException) {
            return Problem.of(HttpStatus.FORBIDDEN, "Your role does not allow this.");
        }
        if (failure instanceof AuthenticationException && !(failure instanceof ErrorResponse) && !Away.in(failure)) {
            return Problem.of(
                    HttpStatus.UNAUTHORIZED, "Sign in first: with a token, with name and password, or on /login.");
        }
        return null;
    }

    private static @Nullable Problem ofRequest(Throwable failure) {
        if (failure instanceof JacksonException json) {
            return UnreadableJson.of(json);
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return ofBody(unreadable);
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return ofMismatch(mismatch);
        }
        if (failure instanceof MethodArgumentNotValidException invalid) {
            List<Refusal> errors = invalid.getFieldErrors().stream()
                    .map(e -> new Refusal(e.getField(), String.valueOf(e.getDefaultMessage())))
                    .toList();
            return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "Some fields cannot be taken as they are.", errors);
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return atField(missing.getParameterName(), "This parameter is needed.");
        }
        if (failure instanceof NoResourceFoundException) {
            return Problem.of(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The upload is larger than this call takes.");
        }
        if (failure instanceof RequestRejectedException) {
            return Problem.of(HttpStatus.BAD_REQUEST, "The request holds a character that no request may hold.");
        }
        if (failure instanceof MultipartException) {
            return Problem.of(HttpStatus.BAD_REQUEST, "The multipart body cannot be read.");
        }
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().value() < 500) {
            String detail = response.getBody().getDetail();
            return Problem.of(response.getStatusCode(), detail == null ? "The request cannot be taken." : detail);
        }
        return null;
    }

    private static Problem ofBody(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            Problem rule = ofRule(cause);
            if (rule != null) {
                return rule;
            }
        }
        return unreadable.getCause() instanceof JacksonException json
                ? UnreadableJson.of(json)
                : Problem.of(HttpStatus.BAD_REQUEST, "A body is needed here, and none that can be read came.");
    }

    private static Problem ofMismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.of(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
        return atField(mismatch.getName(), "This value is not of the kind expected here.");
    }

    private static Problem atField(String field, String message) {
        return Problem.of(HttpStatus.BAD_REQUEST, field + ": " + message, List.of(new Refusal(field, message)));
    }

    private static @Nullable Problem ofDatabase(Throwable failure) {
        Collision collision = Collision.in(failure);
        if (collision != null) {
            HttpStatusCode status = collision == Collision.BUSY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONFLICT;
            return Problem.of(
                    status, "Somebody else was working on the same thing. Look at it again, then repeat your change.");
        }
        if (Away.in(failure)) {
            LOG.warn("The database cannot be reached: {}", failure.toString());
            return Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "The database cannot be reached just now. Try again in a moment.");
        }
        return null;
    }

    private static Problem defect(Throwable failure) {
        String reference = Reference.next();
        LOG.error("Failure {}", reference, failure);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong here, and nothing was changed. Tell your administrator the reference " + reference
                        + ".");
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
