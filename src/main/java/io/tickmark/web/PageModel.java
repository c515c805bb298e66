package io.tickmark.web;

import io.tickmark.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows, whichever module's page it is. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    private final Clock clock;

    PageModel(Clock clock) {
        this.clock = clock;
    }

    /** Due dates are told against the application's clock, which a demo moves away from the browser's. */
    @ModelAttribute("now")
    Instant now() {
        return clock.instant();
    }

    /** Whether the page shows the way to the models, which are the process owners' to change. */
    @ModelAttribute("owner")
    boolean owner(HttpServletRequest request) {
        return request.getAttribute(Actor.class.getName()) instanceof Actor actor && actor.may("process-owner");
    }
}
