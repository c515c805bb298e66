package io.tickmark.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The addresses of the pages. What such a page shows it asks from the API, as the person who looks at it. */
@Controller
class Pages {

    @GetMapping("/")
    String home() {
        return "home";
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

    @GetMapping("/engagements/{id}")
    String engagement() {
        return "engagement";
    }

    @GetMapping("/engagements/{id}/description")
    String description() {
        return "description";
    }

    @GetMapping("/engagements/{id}/review")
    String review() {
        return "review";
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
