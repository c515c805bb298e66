package io.tickmark.binder;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Team;
import io.tickmark.evidence.EvidenceFolders;
import io.tickmark.evidence.EvidenceFolders.Folders;
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

    private final Binder binder;
    private final EvidenceFolders evidence;
    private final Engagements engagements;
    private final Team team;
    private final BinderTaken taken;

    BinderApi(Binder binder, EvidenceFolders evidence, Engagements engagements, Team team, BinderTaken taken) {
        this.binder = binder;
        this.evidence = evidence;
        this.engagements = engagements;
        this.team = team;
        this.taken = taken;
    }

    /** @param control a control's reference, for what was asked for it alone */
    @GetMapping("/api/engagements/{id}/binder")
    void engagement(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String control,
            HttpServletResponse response)
            throws IOException {
        Folders folders = evidence.of(actor, new EngagementId(id), control);
        send(actor, folders, control == null ? "binder" : "control", response);
    }

    @GetMapping("/api/requests/{id}/binder")
    void request(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(actor, evidence.of(actor, id), "request", response);
    }

    private void send(Actor actor, Folders folders, String name, HttpServletResponse response) throws IOException {
        EngagementFacts engagement = engagements.facts(folders.engagement());
        taken.record(actor, folders);
        response.setContentType("application/zip");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-" + engagement.id() + ".zip")
                        .build()
                        .toString());
        binder.write(
                engagement,
                folders.folders(),
                actor,
                team.looksInside(actor, engagement.id()),
                response.getOutputStream());
    }
}
