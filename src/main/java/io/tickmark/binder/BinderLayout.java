package io.tickmark.binder;

import io.tickmark.evidence.DocumentFacts;
import io.tickmark.evidence.EvidenceFolders.Folder;
import io.tickmark.evidence.Note;
import io.tickmark.evidence.RequestFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lies: workpapers by their controls, each with the auditor's own papers beside it, evidence by its
 * requests, and what is internal to the firm in a folder of its own, so that it is left out with one move.
 */
final class BinderLayout {

    static final String WORKPAPERS = "workpapers/";
    static final String INTERNAL = "internal notes/";

    private static final String OTHERS = "documents/";

    private final BinderPaths paths = new BinderPaths();
    private final Map<UUID, String> besidePapers = new HashMap<>();
    private final Map<UUID, String> papers = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();

    /** @param internal for the firm alone; else shared by firm and client */
    record NotesPage(
            String path,
            String title,
            @Nullable RequestFacts request,
            boolean internal,
            List<Note> notes,
            List<DocumentFacts> documents) {}

    /** A folder of evidence as the index shows it. */
    record Section(Folder folder, List<Bound> files, List<NotesPage> notes) {}

    BinderLayout(List<Paper> papers, List<Folder> folders) {
        papers.forEach(this::place);
        folders.forEach(this::place);
    }

    private void place(Paper paper) {
        String folder = WORKPAPERS + paths.folder(paper.label());
        String round = paper.round() == 1 ? "" : " round " + paper.round();
        papers.put(paper.id(), paths.file(folder, "Workpaper " + paper.control() + round + ".html"));
        paper.citations().stream()
                .filter(Paper.Citation::own)
                .forEach(own -> besidePapers.putIfAbsent(own.document(), folder));
    }

    private void place(Folder folder) {
        RequestFacts request = folder.request();
        String name = request == null ? "" : paths.folder(numbered(request));
        String place = request == null ? OTHERS : "evidence/" + name;
        List<Bound> files = folder.documents().stream()
                .filter(DocumentFacts::isGivenOut)
                .map(document -> new Bound(
                        paths.file(besidePapers.getOrDefault(document.id(), place), document.name()),
                        document,
                        request))
                .toList();
        List<NotesPage> notes = new ArrayList<>();
        List<Note> shared = folder.notes().stream().filter(Note::isShared).toList();
        List<Note> internal =
                folder.notes().stream().filter(note -> !note.isShared()).toList();
        String title = request == null ? "documents of no request" : request.label();
        if (!shared.isEmpty()) {
            notes.add(
                    new NotesPage(paths.file(place, "Notes.html"), title, request, false, shared, folder.documents()));
        }
        if (!internal.isEmpty()) {
            String file = request == null ? "documents" : name.substring(0, name.length() - 1);
            notes.add(new NotesPage(
                    paths.file(INTERNAL, file + ".html"), title, request, true, internal, folder.documents()));
        }
        sections.add(new Section(folder, files, notes));
    }

    /** So that folders stand in the order of the list. */
    private static String numbered(RequestFacts request) {
        int number = Integer.parseInt(request.reference().substring(2));
        return "R-%04d %s".formatted(number, request.title());
    }

    String pathOf(Paper paper) {
        return Objects.requireNonNull(papers.get(paper.id()));
    }

    List<Section> sections() {
        return sections;
    }

    List<Bound> documents() {
        return sections.stream().flatMap(section -> section.files().stream()).toList();
    }

    List<NotesPage> notes() {
        return sections.stream().flatMap(section -> section.notes().stream()).toList();
    }

    /** Where each document lies that is in the binder. */
    Map<UUID, String> pathsOfDocuments() {
        Map<UUID, String> places = new HashMap<>();
        documents().forEach(file -> places.put(file.document().id(), file.path()));
        return places;
    }
}
