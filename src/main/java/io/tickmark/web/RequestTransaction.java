package io.tickmark.web;

import io.tickmark.kernel.Unavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One changing request under {@code /api/}, or from Camunda Modeler, is one transaction: what it changes, the trail entry and the answer kept for
 * its idempotency key commit together, or nothing does. Nothing is told to the caller before the commit; a status of 400
 * and above rolls back; who loses against another request is run again. Uploads stay outside, for their bytes go first.
 *
 * <p>Running again calls the rest of the filter chain again, which Tomcat answers by going to the servlet at once: filters
 * ordered after this one see the first try only.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10)
final class RequestTransaction extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestTransaction.class);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern UPLOADS = Pattern.compile("/api/collect|/.*/documents");

    private final OneAttempt attempt;
    private final IdempotentAnswers answers;
    private final TextCheck texts;
    private final ErrorAnswer errors;
    private final JsonMapper json;

    RequestTransaction(
            OneAttempt attempt, IdempotentAnswers answers, TextCheck texts, ErrorAnswer errors, JsonMapper json) {
        this.attempt = attempt;
        this.answers = answers;
        this.texts = texts;
        this.errors = errors;
        this.json = json;
    }

    /** The servlet path is the decoded one: an address with escaped letters reaches the same controller. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean upload =
                request.getMethod().equals("POST") && UPLOADS.matcher(path).matches();
        boolean ours = path.startsWith("/api/") || path.equals(HeldBody.FROM_MODELER);
        return !ours || upload || !CHANGING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldBody held;
        Keyed key;
        try {
            held = HeldBody.of(request);
            texts.check(held);
            key = Keyed.of(held);
        } catch (RuntimeException unreadable) {
            errors.send(request, response, unreadable);
            return;
        }
        HeldAnswer answer = run(held, response, chain, key);
        Supplier<?> later = AfterCommit.of(request);
        if (later != null && answer.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            try {
                finish(answer, later, key);
            } catch (Unavailable unsure) {
                errors.send(request, response, unsure);
                return;
            }
        }
        answer.send();
    }

    private HeldAnswer run(HeldBody request, HttpServletResponse response, FilterChain chain, @Nullable Keyed key)
            throws IOException {
        Set<String> before = new HashSet<>(Collections.list(request.getAttributeNames()));
        for (int tries = 1; ; tries++) {
            HeldAnswer answer = new HeldAnswer(response);
            Collision collision = attempt.run(request, answer, chain, key);
            if (collision == null || tries >= collision.tries()) {
                return answer;
            }
            LOG.debug(
                    "{} {} met another ({}), try {}", request.getMethod(), request.getServletPath(), collision, tries);
            Collections.list(request.getAttributeNames()).stream()
                    .filter(name -> !before.contains(name))
                    .forEach(request::removeAttribute);
            Pause.after(tries);
        }
    }

    /**
     * Puts the later answer in place of the first. Where it cannot be read, the first one stays, kept and told; where nobody
     * knows which of them is kept, neither is told: the same key would answer otherwise.
     */
    private void finish(HeldAnswer answer, Supplier<?> later, @Nullable Keyed key) {
        Answer first = answer.toAnswer();
        Answer last;
        try {
            last = new Answer(
                    first.status(),
                    MediaType.APPLICATION_JSON_VALUE,
                    first.location(),
                    json.writeValueAsBytes(later.get()));
        } catch (RuntimeException failure) {
            LOG.warn("The work is committed, but its last answer could not be told", failure);
            return;
        }
        if (key != null) {
            try {
                answers.keep(key.key(), last);
            } catch (RuntimeException failure) {
                LOG.warn("The work is committed, but its last answer could not be kept", failure);
                throw new Unavailable("The work may be done: ask again with the same Idempotency-Key.", failure);
            }
        }
        answer.become(last);
    }
}
