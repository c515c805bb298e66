package io.tickmark.binder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tickmark.binder.BinderContents.Contents;
import io.tickmark.binder.BinderLayout.NotesPage;
import io.tickmark.evidence.RequestFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The pages of a binder, to read with no server behind them: the index that one opens first, each workpaper with links
 * to what it cites, and the notes of each request.
 */
@Component
class BinderPages {

    private final TemplateEngine templates;

    BinderPages(TemplateEngine templates) {
        this.templates = templates;
    }

    /** A page, and what the manifest says of it. */
    record Page(Manifest.Item item, byte[] bytes) {}

    /** The index first. */
    List<Page> of(Contents asked, BinderLayout layout, String client, Instant at) {
        Map<String, Object> common = Map.of(
                "engagement",
                asked.engagement(),
                "client",
                client,
                "by",
                asked.by().name(),
                "at",
                inWords(at));
        List<Page> pages = new ArrayList<>();
        pages.add(index(asked, layout, common));
        Map<UUID, String> places = layout.pathsOfDocuments();
        asked.papers().forEach(paper -> pages.add(workpaper(paper, layout, places, common)));
        layout.notes().forEach(notes -> pages.add(notes(notes, common)));
        return pages;
    }

    private Page index(Contents asked, BinderLayout layout, Map<String, Object> common) {
        Map<String, String> links = new HashMap<>();
        layout.documents().forEach(file -> links.put(file.path(), link(file.path())));
        layout.notes().forEach(notes -> links.put(notes.path(), link(notes.path())));
        Map<UUID, String> papers =
                asked.papers().stream().collect(Collectors.toMap(Paper::id, paper -> link(layout.pathOf(paper))));
        byte[] page = render(
                "binder/index",
                common,
                Map.of(
                        "sections",
                        layout.sections(),
                        "links",
                        links,
                        "papers",
                        asked.papers(),
                        "paperLinks",
                        papers,
                        "withTrail",
                        asked.trailHead() != null,
                        "count",
                        layout.documents().size()));
        return new Page(Manifest.Item.page(Manifest.INDEX, page, null, null, null), page);
    }

    private Page workpaper(Paper paper, BinderLayout layout, Map<UUID, String> places, Map<String, Object> common) {
        String path = layout.pathOf(paper);
        Map<UUID, String> links = new HashMap<>();
        for (Paper.Citation cited : paper.citations()) {
            String place = places.get(cited.document());
            if (place != null) {
                links.put(cited.document(), "../../" + link(place));
            }
        }
        byte[] page = render("binder/workpaper", common, Map.of("paper", paper, "links", links));
        return new Page(Manifest.Item.page(path, page, "workpaper", null, Manifest.Workpaper.of(paper, places)), page);
    }

    private Page notes(NotesPage notes, Map<String, Object> common) {
        Map<UUID, String> names = new HashMap<>();
        notes.documents().forEach(document -> names.put(document.id(), document.name()));
        byte[] page = render(
                "binder/notes",
                common,
                Map.of(
                        "title",
                        notes.title(),
                        "internal",
                        notes.internal(),
                        "notes",
                        notes.notes(),
                        "names",
                        names,
                        "moments",
                        notes.notes().stream()
                                .collect(Collectors.toMap(note -> note.id(), note -> inWords(note.at())))));
        RequestFacts request = notes.request();
        return new Page(
                Manifest.Item.page(
                        notes.path(),
                        page,
                        notes.internal() ? "internal-notes" : "notes",
                        request == null ? null : request.reference(),
                        null),
                page);
    }

    private byte[] render(String template, Map<String, Object> common, Map<String, Object> more) {
        Context shown = new Context();
        shown.setVariables(common);
        shown.setVariables(more);
        return templates.process(template, shown).getBytes(UTF_8);
    }

    static String inWords(Instant at) {
        return at.toString().replace('T', ' ').replace("Z", " UTC");
    }

    private static String link(String path) {
        return Stream.of(path.split("/"))
                .map(part -> UriUtils.encodePathSegment(part, UTF_8))
                .collect(Collectors.joining("/"));
    }
}
