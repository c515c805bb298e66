package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.web.ErrorAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in by its Authorization header, Bearer or Basic, for this one request only. */
final class HeaderSignIn extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
    private final SignIn signIn;
    private final ErrorAnswer errors;

    HeaderSignIn(SignIn signIn, ErrorAnswer errors) {
        this.signIn = signIn;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Account account = account(request);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(SignIn.authenticated(account));
            SecurityContextHolder.setContext(context);
            request.setAttribute(Actor.class.getName(), account.person().toActor());
        } catch (RuntimeException refused) {
            errors.send(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private Account account(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return signIn.withToken(header.substring(BEARER.length()).strip());
        }
        UsernamePasswordAuthenticationToken entered = basic.convert(request);
        if (entered == null) {
            throw new BadCredentialsException("Neither Bearer nor Basic");
        }
        return signIn.withPassword(
                entered.getName(), String.valueOf(entered.getCredentials()), request.getRemoteAddr());
    }
}
