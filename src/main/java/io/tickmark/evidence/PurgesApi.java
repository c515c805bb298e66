package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.web.AfterCommit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking a file out that was given by mistake: one person asks, another agrees or refuses. */
@RestController
@RequestMapping("/api/documents/{id}/purge")
class PurgesApi {

    private static final int LONGEST_REASON = 2000;

    private final Purging purging;
    private final ErasePurged eraser;
    private final DocumentAnswers answers;
    private final DocumentRepository documents;
    private final DocumentSight sight;
    private final RestsOnIt rests;

    PurgesApi(
            Purging purging,
            ErasePurged eraser,
            DocumentAnswers answers,
            DocumentRepository documents,
            DocumentSight sight,
            RestsOnIt rests) {
        this.purging = purging;
        this.eraser = eraser;
        this.answers = answers;
        this.documents = documents;
        this.sight = sight;
        this.rests = rests;
    }

    record Reason(@Nullable String reason) {

        String given() {
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new Refused(
                        "reason",
                        "Say why, in 1 to " + LONGEST_REASON + " characters; it stays when the file is gone, so name"
                                + " nothing of what is in it");
            }
            return reason.strip();
        }
    }

    /** What rests on it, for whoever asks or agrees to take it out. */
    @GetMapping
    RestsOnIt.Told resting(Actor actor, @PathVariable UUID id) {
        return documents
                .findById(id)
                .filter(document -> sight.sees(actor, document))
                .map(document -> rests.told(actor, document))
                .orElseThrow(() -> new NotFound("There is no document " + id));
    }

    @PostMapping
    DocumentAnswer ask(Actor actor, @PathVariable UUID id, @RequestBody Reason reason) {
        return answer(actor, purging.ask(actor, id, reason.given()));
    }

    @PostMapping("/agree")
    DocumentAnswer agree(Actor actor, @PathVariable UUID id) {
        DocumentAnswer answer = answer(actor, purging.agree(actor, id));
        AfterCommit.answer(() -> {
            eraser.erase(id);
            return answer;
        });
        return answer;
    }

    @PostMapping("/refuse")
    DocumentAnswer refuse(Actor actor, @PathVariable UUID id, @RequestBody Reason reason) {
        return answer(actor, purging.refuse(actor, id, reason.given()));
    }

    private DocumentAnswer answer(Actor actor, Document document) {
        return answers.of(actor, List.of(document)).get(0);
    }
}
