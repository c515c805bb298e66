package io.tickmark.description;

import io.tickmark.engagement.FileLock;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import io.tickmark.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Auditors comment on a section or on an entry of the register, management answers, auditors resolve. The trail says
 * that it was done; the words are not for everybody who reads the trail.
 */
@RestController
@RequestMapping("/api/engagements/{id}")
class CommentsApi {

    private static final int LONGEST = 10_000;

    private final DescriptionSight sight;
    private final SectionVersions versions;
    private final Incidents incidents;
    private final Comments comments;
    private final Trail trail;
    private final FileLock lock;

    CommentsApi(
            DescriptionSight sight,
            SectionVersions versions,
            Incidents incidents,
            Comments comments,
            Trail trail,
            FileLock lock) {
        this.sight = sight;
        this.versions = versions;
        this.incidents = incidents;
        this.comments = comments;
        this.trail = trail;
        this.lock = lock;
    }

    /** @param kind {@code internal} or {@code shared}; it must be said, so that nothing is shared by an oversight */
    record WrittenComment(@Nullable String kind, @Nullable String text) {

        String givenKind(List<Refusal> refusals) {
            if (kind != null && (kind.equals(Comment.INTERNAL) || kind.equals(Comment.SHARED))) {
                return kind;
            }
            refusals.add(new Refusal("kind", "Say for whom: internal, for the auditors, or shared with management"));
            return "";
        }
    }

    record GivenAnswer(@Nullable String text) {}

    @GetMapping("/description/{section}/comments")
    Page<Comment> ofSection(Actor actor, @PathVariable UUID id, @PathVariable String section) {
        return list(actor, new EngagementId(id), Section.named(section).key());
    }

    @PostMapping("/description/{section}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Comment commentSection(
            Actor actor, @PathVariable UUID id, @PathVariable String section, @RequestBody WrittenComment written) {
        EngagementId engagement = new EngagementId(id);
        sight.comment(actor, engagement);
        Section about = Section.named(section);
        SectionVersion standing = versions.current(engagement).get(about);
        return write(actor, engagement, about.key(), standing == null ? 0 : standing.version(), written);
    }

    @GetMapping("/incidents/{incident}/comments")
    Page<Comment> ofIncident(Actor actor, @PathVariable UUID id, @PathVariable UUID incident) {
        EngagementId engagement = new EngagementId(id);
        sight.read(actor, engagement);
        return list(
                actor,
                engagement,
                incidents.get(engagement, incident).facts().id().toString());
    }

    @PostMapping("/incidents/{incident}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Comment commentIncident(
            Actor actor, @PathVariable UUID id, @PathVariable UUID incident, @RequestBody WrittenComment written) {
        EngagementId engagement = new EngagementId(id);
        sight.comment(actor, engagement);
        String about = incidents.get(engagement, incident).facts().id().toString();
        return write(actor, engagement, about, null, written);
    }

    @PostMapping("/comments/{comment}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Comment answer(Actor actor, @PathVariable UUID id, @PathVariable UUID comment, @RequestBody GivenAnswer answered) {
        EngagementId engagement = new EngagementId(id);
        sight.answer(actor, engagement);
        Comment answering = comments.get(engagement, comment, sight.seesInternal(actor, engagement));
        List<Refusal> refusals = new ArrayList<>();
        String text = text(answered.text(), refusals);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        comments.answer(actor, comment, text);
        return recorded(actor, engagement, answering, "comment-answered");
    }

    @PostMapping("/comments/{comment}/resolve")
    Comment resolve(Actor actor, @PathVariable UUID id, @PathVariable UUID comment) {
        return settle(actor, new EngagementId(id), comment, true);
    }

    /** Opens again what was resolved. */
    @PostMapping("/comments/{comment}/reopen")
    Comment reopen(Actor actor, @PathVariable UUID id, @PathVariable UUID comment) {
        return settle(actor, new EngagementId(id), comment, false);
    }

    private Comment settle(Actor actor, EngagementId engagement, UUID id, boolean resolved) {
        sight.comment(actor, engagement);
        Comment comment = comments.get(engagement, id, true);
        if (comment.state().equals("resolved") == resolved) {
            return comment;
        }
        comments.settle(resolved ? actor : null, id);
        return recorded(actor, engagement, comment, resolved ? "comment-resolved" : "comment-reopened");
    }

    private Page<Comment> list(Actor actor, EngagementId engagement, String about) {
        sight.read(actor, engagement);
        return Page.all(comments.about(engagement, about, sight.seesInternal(actor, engagement)));
    }

    private Comment write(
            Actor actor, EngagementId engagement, String about, @Nullable Integer version, WrittenComment written) {
        List<Refusal> refusals = new ArrayList<>();
        String kind = written.givenKind(refusals);
        String text = text(written.text(), refusals);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        UUID id = comments.write(actor, engagement, about, version, kind, text);
        return recorded(actor, engagement, comments.get(engagement, id, true), "comment-written");
    }

    /** The comment as it is after what was done to it. */
    private Comment recorded(Actor actor, EngagementId engagement, Comment comment, String event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("comment", comment.id());
        facts.put("about", comment.about());
        facts.put("kind", comment.kind());
        trail.record(engagement, event, actor, facts);
        lock.refuseChange(engagement);
        return comments.get(engagement, comment.id(), true);
    }

    private static String text(@Nullable String given, List<Refusal> refusals) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            refusals.add(new Refusal("text", "Write 1 to " + LONGEST + " characters"));
        }
        return text;
    }
}
