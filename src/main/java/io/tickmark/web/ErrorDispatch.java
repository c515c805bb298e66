package io.tickmark.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/** What the container or a filter refused before any controller saw it is answered like everything else. */
@Controller
final class ErrorDispatch implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(Problem.class.getName()) instanceof Problem problem) {
            return ErrorAnswers.render(problem, request, response);
        }
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable gone && DisconnectedClientHelper.isClientDisconnectedException(gone)) {
            // the container keeps what reading the body threw, whoever has answered it since
            return ResponseEntity.badRequest().build();
        }
        if (failure instanceof Throwable thrown) {
            return ErrorAnswers.render(Problems.of(unwrapped(thrown)), request, response);
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (status == null || !status.isError()) {
            status = HttpStatus.NOT_FOUND;
        }
        return ErrorAnswers.render(Problem.of(status, sentence(status)), request, response);
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof ServletException && cause != null ? cause : thrown;
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request cannot be read.";
            case UNAUTHORIZED -> "Sign in first.";
            case FORBIDDEN -> "Your role does not allow this.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method.";
            case CONTENT_TOO_LARGE -> "The body is too large.";
            default -> status.getReasonPhrase() + ".";
        };
    }
}
