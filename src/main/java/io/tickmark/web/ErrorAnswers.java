package io.tickmark.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every failure of a request: programs and page fragments get a problem, browsers a page. Modules that answer
 * failures of their own come before it.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class ErrorAnswers {

    @ExceptionHandler(Throwable.class)
    Object answer(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws Throwable {
        if (response.isCommitted()) {
            // half of the body is out: only a broken connection tells the reader that the rest is missing
            throw failure;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return ResponseEntity.badRequest().build();
        }
        Collision collision = Collision.in(failure);
        if (collision != null) {
            request.setAttribute(Collision.class.getName(), collision);
        }
        if (failure instanceof ErrorResponse framework) {
            framework.getHeaders().forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        }
        return render(Problems.of(failure), request, response);
    }

    static Object render(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            challenge(request, response);
        }
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        // what the controller had announced for the body that does not come
        response.setHeader(HttpHeaders.CONTENT_LENGTH, null);
        response.setHeader(HttpHeaders.CONTENT_RANGE, null);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        HttpStatusCode status = HttpStatusCode.valueOf(problem.status());
        if (isForPerson(request)) {
            return new ModelAndView("error/problem", Map.of("problem", problem), status);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** A browser that is told of Basic opens a window of its own, and then signs every request for any site that asks. */
    private static void challenge(HttpServletRequest request, HttpServletResponse response) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        boolean browser = (agent != null && agent.startsWith("Mozilla"))
                || request.getHeader("Sec-Fetch-Mode") != null
                || request.getHeader("HX-Request") != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Tickmark\"");
        if (!browser) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tickmark\", charset=\"UTF-8\"");
        }
    }

    private static boolean isForPerson(HttpServletRequest request) {
        Object failedUri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failedUri == null ? request.getServletPath() : failedUri.toString();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/")
                && !path.startsWith("/v3/")
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
