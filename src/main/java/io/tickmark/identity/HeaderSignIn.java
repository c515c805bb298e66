package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Forbidden;
import io.tickmark.web.ErrorAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in by its Authorization header, Bearer or Basic, for this one request only. */
final class HeaderSignIn extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
    private final SignIn signIn;
    private final CollectorTokens collectors;
    private final CollectorPace pace;
    private final ErrorAnswer errors;

    HeaderSignIn(SignIn signIn, CollectorTokens collectors, CollectorPace pace, ErrorAnswer errors) {
        this.signIn = signIn;
        this.collectors = collectors;
        this.pace = pace;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            String bearer = bearer(request);
            if (bearer != null && bearer.startsWith(CollectorTokens.PREFIX)) {
                collect(request, bearer);
            } else {
                Account account = bearer == null ? withPassword(request) : signIn.withToken(bearer);
                become(SignIn.authenticated(account));
                request.setAttribute(Actor.class.getName(), account.person().toActor());
            }
        } catch (RuntimeException refused) {
            errors.send(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void become(Authentication authenticated) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authenticated);
        SecurityContextHolder.setContext(context);
    }

    /** Refused anywhere else before the token is looked at: what it may do does not depend on whose it is. */
    private void collect(HttpServletRequest request, String token) {
        if (!request.getMethod().equals("POST") || !request.getServletPath().equals(CollectorTokens.ADDRESS)) {
            throw new Forbidden("This is a collector's token: it is good for POST " + CollectorTokens.ADDRESS
                    + " and for nothing else");
        }
        CollectorTokens.AtWork collector =
                collectors.use(token).orElseThrow(() -> new BadCredentialsException("Unknown token"));
        pace.push(collector.id());
        become(SignIn.authenticated(collector));
        CollectorTokens.mark(request, collector);
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private Account withPassword(HttpServletRequest request) {
        UsernamePasswordAuthenticationToken entered = basic.convert(request);
        if (entered == null) {
            throw new BadCredentialsException("Neither Bearer nor Basic");
        }
        return signIn.withPassword(
                entered.getName(), String.valueOf(entered.getCredentials()), request.getRemoteAddr());
    }
}
