package io.tickmark.binder;

import io.tickmark.binder.BinderContents.Contents;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One request, one control or the whole engagement, to take along; each as far as its reader may see it. */
@RestController
class BinderApi {

    private final BinderContents contents;
    private final Binder binder;
    private final BinderTaken taken;

    BinderApi(BinderContents contents, Binder binder, BinderTaken taken) {
        this.contents = contents;
        this.binder = binder;
        this.taken = taken;
    }

    /** @param control a control's reference, for what was asked for it alone and its workpapers */
    @GetMapping("/api/engagements/{id}/binder")
    void engagement(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String control,
            HttpServletResponse response)
            throws IOException {
        send(contents.of(actor, new EngagementId(id), control), control == null ? "binder" : "control", response);
    }

    @GetMapping("/api/requests/{id}/binder")
    void request(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(contents.of(actor, id), "request", response);
    }

    private void send(Contents asked, String name, HttpServletResponse response) throws IOException {
        taken.record(asked);
        response.setContentType("application/zip");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-" + asked.engagement().id() + ".zip")
                        .build()
                        .toString());
        binder.write(asked, response.getOutputStream());
    }
}
