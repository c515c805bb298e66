package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents/{id}")
class DocumentsApi {

    private final DocumentRepository documents;
    private final DocumentSight sight;
    private final DocumentAnswers answers;
    private final Download download;
    private final DocumentMetadata metadata;
    private final DocumentPreview preview;
    private final DocumentViews views;

    DocumentsApi(
            DocumentRepository documents,
            DocumentSight sight,
            DocumentAnswers answers,
            Download download,
            DocumentMetadata metadata,
            DocumentPreview preview,
            DocumentViews views) {
        this.documents = documents;
        this.sight = sight;
        this.answers = answers;
        this.download = download;
        this.metadata = metadata;
        this.preview = preview;
        this.views = views;
    }

    @GetMapping
    DocumentAnswer facts(Actor actor, @PathVariable UUID id) {
        return answers.of(actor, List.of(visible(actor, id))).get(0);
    }

    @GetMapping("/content")
    void content(Actor actor, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Document document = handedOut(actor, id);
        if (request.getMethod().equals("GET")) {
            DocumentViews.Way way =
                    request.getHeader("Range") == null ? DocumentViews.Way.DOWNLOAD : DocumentViews.Way.PART;
            views.record(actor, List.of(document.facts()), way);
        }
        download.send(document, request, response);
    }

    /** What can be seen of it without opening it; whoever sees something of its contents has looked at it. */
    @GetMapping("/preview")
    DocumentPreview.Look preview(Actor actor, @PathVariable UUID id) {
        Document document = handedOut(actor, id);
        DocumentPreview.Look look = preview.of(document);
        if (look.tells()) {
            views.record(actor, List.of(document.facts()), DocumentViews.Way.PART);
        }
        return look;
    }

    @GetMapping("/metadata")
    DocumentMetadata.Answer metadata(Actor actor, @PathVariable UUID id) {
        return metadata.of(visible(actor, id));
    }

    /** All versions, this one included, the newest first. */
    @GetMapping("/versions")
    Page<DocumentAnswer> versions(Actor actor, @PathVariable UUID id) {
        Document document = visible(actor, id);
        List<Document> series = documents.findBySeriesIdOrderByVersionNoDesc(document.series());
        return Page.all(answers.of(actor, sight.seen(actor, document.engagement(), series)));
    }

    private Document handedOut(Actor actor, UUID id) {
        Document document = visible(actor, id);
        if (document.state() == DocumentState.QUARANTINED) {
            throw new Forbidden(
                    "A scanner found malware in this document: it is locked away, and handed out to nobody");
        }
        if (document.state() == DocumentState.PURGED) {
            throw new NotFound("This file was given by mistake and taken out by two people. They said why: "
                    + Objects.requireNonNull(document.purge()).reason());
        }
        return document;
    }

    private Document visible(Actor actor, UUID id) {
        return documents
                .findById(id)
                .filter(d -> sight.sees(actor, d))
                .orElseThrow(() -> new NotFound("There is no document " + id));
    }
}
