package io.tickmark.identity;

import io.tickmark.web.ErrorAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Shows those who are not signed in the way: a person to the sign-in page, a program or a fragment a 401. */
final class Strangers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AuthenticationTrustResolverImpl trust = new AuthenticationTrustResolverImpl();
    private final ErrorAnswer errors;

    Strangers(ErrorAnswer errors) {
        this.errors = errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (AccessRules.isPage(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            errors.send(request, response, failure);
        }
    }

    /** The page token is checked before the sign-in: without this a lost session would be told as a lack of rights. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        boolean signedIn =
                trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
        boolean signingIn = request.getServletPath().equals("/login");
        if (signedIn || signingIn) {
            errors.send(request, response, failure);
        } else {
            commence(request, response, new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
        }
    }
}
