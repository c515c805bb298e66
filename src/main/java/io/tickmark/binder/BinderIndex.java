package io.tickmark.binder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.evidence.EvidenceFolders.Folder;
import io.tickmark.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** The page that one opens first: every request with its files, to click on, with no server behind it. */
@Component
class BinderIndex {

    private final TemplateEngine templates;

    BinderIndex(TemplateEngine templates) {
        this.templates = templates;
    }

    /** A folder as the page shows it. */
    record Section(Folder folder, List<Bound> files) {}

    byte[] page(
            EngagementFacts engagement,
            String client,
            List<Folder> folders,
            List<Bound> bound,
            Actor by,
            Instant at,
            boolean withTrail) {
        List<Section> sections = folders.stream()
                .map(folder -> new Section(
                        folder,
                        bound.stream()
                                .filter(file -> folder.documents().contains(file.document()))
                                .toList()))
                .toList();
        Map<String, String> links =
                bound.stream().collect(Collectors.toMap(Bound::path, file -> link(file.path()), (a, b) -> a));
        Context shown = new Context();
        shown.setVariables(Map.of(
                "engagement",
                engagement,
                "client",
                client,
                "sections",
                sections,
                "links",
                links,
                "by",
                by.name(),
                "at",
                at.toString().replace('T', ' ').replace("Z", " UTC"),
                "withTrail",
                withTrail,
                "count",
                bound.size()));
        return templates.process("binder/index", shown).getBytes(UTF_8);
    }

    private static String link(String path) {
        return Stream.of(path.split("/"))
                .map(part -> UriUtils.encodePathSegment(part, UTF_8))
                .collect(Collectors.joining("/"));
    }
}
