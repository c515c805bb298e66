package io.tickmark.identity;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;

/** Once too often within some time; answered as 429 with the time to wait. */
final class TooManyTries extends AuthenticationException implements ErrorResponse {

    private static final long serialVersionUID = 1L;

    private final Duration left;

    TooManyTries(String message, Duration left) {
        super(message);
        this.left = left;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.TOO_MANY_REQUESTS;
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(left.toSeconds()));
        return headers;
    }

    @Override
    public ProblemDetail getBody() {
        return ProblemDetail.forStatusAndDetail(getStatusCode(), String.valueOf(getMessage()));
    }
}
