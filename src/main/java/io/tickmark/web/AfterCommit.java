package io.tickmark.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** For answers that can only be told once the work is committed, such as the tasks that follow in other transactions. */
public final class AfterCommit {

    private static final String NAME = AfterCommit.class.getName();

    private AfterCommit() {}

    /**
     * Has the supplier's value written as the JSON body in place of the one that the controller returns; status and
     * headers stay. It runs after the commit and outside of any transaction, also on the thread of the request. When
     * it fails, the controller's own body is answered: the work is done either way.
     */
    public static void answer(Supplier<?> body) {
        RequestContextHolder.currentRequestAttributes().setAttribute(NAME, body, RequestAttributes.SCOPE_REQUEST);
    }

    static @Nullable Supplier<?> of(HttpServletRequest request) {
        return (Supplier<?>) request.getAttribute(NAME);
    }
}
