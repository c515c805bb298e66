package io.tickmark.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Under {@code /api/} the token counts in the header only: looking for it among the parameters would read an upload. */
final class PageToken implements CsrfTokenRequestHandler {

    private final XorCsrfTokenRequestAttributeHandler usual = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        usual.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        boolean headerOnly = request.getServletPath().startsWith("/api/");
        if (headerOnly && request.getHeader(token.getHeaderName()) == null) {
            return null;
        }
        return usual.resolveCsrfTokenValue(request, token);
    }
}
