package io.tickmark.web;

import io.tickmark.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The addresses of the pages. What a page shows it asks from the API, as the person who looks at it. */
@Controller
class Pages {

    private final Clock clock;

    Pages(Clock clock) {
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

    @GetMapping("/")
    String home() {
        return "redirect:/tasks";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/invitations/{code}")
    String invitation(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        return "invitation";
    }

    @GetMapping({"/tasks", "/tasks/{id}"})
    String tasks() {
        return "tasks";
    }

    @GetMapping("/engagements")
    String engagements() {
        return "engagements";
    }

    @GetMapping("/engagements/{id}")
    String engagement() {
        return "engagement";
    }

    @GetMapping("/engagements/{id}/description")
    String description() {
        return "description";
    }

    @GetMapping("/search")
    String search() {
        return "search";
    }

    @GetMapping("/clients")
    String clients() {
        return "clients";
    }

    @GetMapping({"/processes", "/processes/{key}"})
    String processes() {
        return "processes";
    }

    @GetMapping("/models")
    String models() {
        return "models";
    }

    @GetMapping("/me")
    String me() {
        return "me";
    }
}
