package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.web.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Uploading for a request or for a task; outside of the request's transaction, since bytes go first. */
@RestController
class UploadsApi {

    private final UploadPlaces places;
    private final Uploads uploads;

    UploadsApi(UploadPlaces places, Uploads uploads) {
        this.places = places;
        this.uploads = uploads;
    }

    @PostMapping("/api/requests/{id}/documents")
    ResponseEntity<byte[]> forRequest(Actor actor, @PathVariable UUID id, HttpServletRequest http) {
        return answer(uploads.take(http, actor, () -> places.ofRequest(actor, id)));
    }

    @PostMapping("/api/tasks/{id}/documents")
    ResponseEntity<byte[]> forTask(Actor actor, @PathVariable String id, HttpServletRequest http) {
        return answer(uploads.take(http, actor, () -> places.ofTask(actor, id)));
    }

    static ResponseEntity<byte[]> answer(Answer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }
}
