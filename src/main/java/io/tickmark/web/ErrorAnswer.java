package io.tickmark.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Lets filters answer a failure exactly as a controller's failure is answered. */
@Component
public class ErrorAnswer {

    private final HandlerExceptionResolver resolver;

    ErrorAnswer(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    /** Writes the problem, or has the container ask for the error page; the response is then done. */
    public void send(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        ModelAndView page = resolver.resolveException(request, response, null, failure);
        if (page != null && page.getModel().get("problem") instanceof Problem problem) {
            request.setAttribute(Problem.class.getName(), problem);
            response.sendError(problem.status());
        }
    }
}
