package io.tickmark.modeling;

import io.tickmark.workflow.NotDeployable;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for models that are refused: a problem like every other, and the findings with it. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ReleaseProblems {

    /** @param more how many findings there are beside those told */
    record WithFindings(String type, String title, int status, String detail, List<Finding> findings, int more) {}

    @ExceptionHandler
    ResponseEntity<WithFindings> notDeployable(NotDeployable refused) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, refused, Finding.of(refused.findings()));
    }

    @ExceptionHandler
    ResponseEntity<WithFindings> findings(FindingsRefused refused) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, refused, refused.findings());
    }

    @ExceptionHandler
    ResponseEntity<WithFindings> waits(AlreadyWaits refused) {
        return answer(HttpStatus.CONFLICT, refused, List.of());
    }

    private static ResponseEntity<WithFindings> answer(
            HttpStatus status, RuntimeException refused, List<Finding> findings) {
        FirstFindings first = FirstFindings.of(findings);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new WithFindings(
                        "about:blank",
                        status.getReasonPhrase(),
                        status.value(),
                        String.valueOf(refused.getMessage()),
                        first.findings(),
                        first.more()));
    }
}
