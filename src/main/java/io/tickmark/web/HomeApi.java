package io.tickmark.web;

import io.tickmark.kernel.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person finds on coming in: what is late, due or returned, how the audits stand, what others did meanwhile. */
@RestController
class HomeApi {

    private final List<HomePart> parts;

    HomeApi(List<HomePart> parts) {
        this.parts = parts;
    }

    @GetMapping("/api/home")
    @Transactional(readOnly = true)
    public Map<String, Object> home(Actor actor) {
        Map<String, Object> home = new LinkedHashMap<>();
        for (HomePart part : parts) {
            Object told = part.of(actor);
            if (told != null) {
                home.put(part.name(), told);
            }
        }
        return home;
    }
}
