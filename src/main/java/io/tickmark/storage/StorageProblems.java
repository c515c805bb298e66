package io.tickmark.storage;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for what goes wrong in the store, wherever in the API it is used. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StorageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(StorageProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(StoreUnavailable problem, HttpServletResponse response) {
        LOG.warn("The document store is unavailable", problem);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, problem, response);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(TooLarge problem, HttpServletResponse response) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, problem, response);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> integrity(IntegrityFailure problem, HttpServletResponse response) {
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, problem, response);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> retained(StillRetained problem, HttpServletResponse response) {
        return answer(HttpStatus.CONFLICT, problem, response);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, RuntimeException problem, HttpServletResponse response) {
        if (response.isCommitted()) {
            // half a document is out: only an error lets the server cut the connection, so that no client takes it
            // for the whole
            throw problem;
        }
        // the length and the ranges of the document that was to be sent
        response.setHeader(HttpHeaders.CONTENT_LENGTH, null);
        response.setHeader(HttpHeaders.CONTENT_RANGE, null);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "60");
        }
        return answer.body(ProblemDetail.forStatusAndDetail(status, problem.getMessage()));
    }
}
