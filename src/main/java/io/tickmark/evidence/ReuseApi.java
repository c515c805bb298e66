package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refused;
import io.tickmark.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Giving once more what another engagement of the same client has accepted. */
@RestController
class ReuseApi {

    private final Reuse reuse;
    private final DocumentAnswers answers;

    ReuseApi(Reuse reuse, DocumentAnswers answers) {
        this.reuse = reuse;
        this.answers = answers;
    }

    @GetMapping("/api/requests/{id}/reusable")
    Page<DocumentAnswer> offered(Actor actor, @PathVariable UUID id) {
        return Page.all(answers.of(actor, reuse.offered(actor, id)));
    }

    record Reused(@Nullable UUID document) {}

    @PostMapping("/api/requests/{id}/reuse")
    @ResponseStatus(HttpStatus.CREATED)
    DocumentAnswer give(Actor actor, @PathVariable UUID id, @RequestBody Reused reused) {
        if (reused.document() == null) {
            throw new Refused("document", "Name the document by its id");
        }
        return answers.ofGiver(List.of(reuse.give(actor, id, reused.document())))
                .get(0);
    }
}
