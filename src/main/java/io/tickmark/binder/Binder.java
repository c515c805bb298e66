package io.tickmark.binder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tickmark.binder.BinderContents.Contents;
import io.tickmark.evidence.DocumentFacts;
import io.tickmark.evidence.EvidenceFolders;
import io.tickmark.evidence.RequestFacts;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.trail.Trail;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a binder as it goes: beside the pages that are made here, at no time more than one portion of one document is
 * in memory. What breaks on the way breaks the ZIP off, so that nobody takes half of it for the whole.
 */
@Component
class Binder {

    private final EvidenceFolders evidence;
    private final People people;
    private final Clients clients;
    private final Trail trail;
    private final BinderPages pages;
    private final JsonMapper json;
    private final Clock clock;

    Binder(
            EvidenceFolders evidence,
            People people,
            Clients clients,
            Trail trail,
            BinderPages pages,
            JsonMapper json,
            Clock clock) {
        this.evidence = evidence;
        this.people = people;
        this.clients = clients;
        this.trail = trail;
        this.pages = pages;
        this.json = json;
        this.clock = clock;
    }

    void write(Contents asked, OutputStream out) throws IOException {
        BinderLayout layout = new BinderLayout(asked.papers(), asked.folders().folders());
        Instant now = clock.instant();
        String client = clients.get(asked.engagement().client()).name();
        List<BinderPages.Page> made = pages.of(asked, layout, client, now);
        List<Bound> bound = layout.documents();
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                asked.engagement().id().toString(),
                asked.engagement().title(),
                client,
                now,
                asked.by().username(),
                asked.trailHead(),
                items(made, bound),
                leftOut(asked));
        // never closed: closing ends the ZIP, and one that broke off on the way must not look like a whole one
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        put(zip, Manifest.PATH, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest), now);
        for (BinderPages.Page page : made) {
            put(zip, page.item().path(), page.bytes(), now);
        }
        for (Bound file : bound) {
            zip.putNextEntry(entry(file.path(), file.document().uploadedAt()));
            evidence.copy(file.document(), zip);
            zip.closeEntry();
        }
        if (asked.trailHead() != null) {
            zip.putNextEntry(entry(Manifest.TRAIL, now));
            writeTrail(asked.engagement().id(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private List<Manifest.Item> items(List<BinderPages.Page> made, List<Bound> bound) {
        Map<PersonId, Actor> givers = people.persons(bound.stream()
                .map(file -> file.document().uploadedBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Stream.concat(
                        made.stream().map(BinderPages.Page::item),
                        bound.stream().map(file -> item(file, givers)))
                .toList();
    }

    private static List<Manifest.LeftOut> leftOut(Contents asked) {
        return asked.folders().folders().stream()
                .flatMap(folder -> folder.documents().stream())
                .filter(document -> !document.isGivenOut())
                .map(document -> new Manifest.LeftOut(
                        document.id().toString(),
                        document.name(),
                        document.sha256(),
                        document.state().word(),
                        document.purgedBecause()))
                .toList();
    }

    private void writeTrail(EngagementId engagement, ZipOutputStream zip) throws IOException {
        Writer lines = new OutputStreamWriter(zip, UTF_8);
        trail.export(engagement, lines);
        lines.flush();
    }

    private static Manifest.Item item(Bound file, Map<PersonId, Actor> givers) {
        DocumentFacts document = file.document();
        RequestFacts request = file.request();
        PersonId giver = document.uploadedBy();
        Actor known = giver == null ? null : givers.get(giver);
        return new Manifest.Item(
                file.path(),
                document.size(),
                document.sha256(),
                document.id().toString(),
                document.name(),
                document.contentType(),
                request == null ? null : request.reference(),
                document.state().word(),
                document.version(),
                document.uploadedAt().toString(),
                known == null ? null : known.username(),
                day(document.coversFrom()),
                day(document.coversTo()),
                null,
                null);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static void put(ZipOutputStream zip, String path, byte[] bytes, Instant at) throws IOException {
        zip.putNextEntry(entry(path, at));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ZipEntry entry(String path, Instant at) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(at.toEpochMilli());
        return entry;
    }
}
