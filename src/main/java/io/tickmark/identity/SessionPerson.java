package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks up the person behind a session on every request, in one statement: a session of somebody who was disabled or
 * whose password was set anew dies at its next request, and changed functions count at once.
 */
final class SessionPerson extends OncePerRequestFilter {

    private final PersonTable people;

    SessionPerson(PersonTable people) {
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            Optional<Account> account = people.byId(new PersonId(signedIn.person()))
                    .filter(a -> a.person().enabled() && a.stamp() == signedIn.stamp());
            if (account.isPresent()) {
                request.setAttribute(
                        Actor.class.getName(), account.get().person().toActor());
            } else {
                end(request);
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
