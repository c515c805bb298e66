package io.tickmark.scoping;

import io.tickmark.identity.Clients;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.sheets.ImportAnswer;
import io.tickmark.sheets.SheetUpload;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A client's control library in the API. */
@RestController
@RequestMapping("/api/clients/{client}/controls")
class ControlsResource {

    private static final Set<String> FIRM_READS = Set.of(
            "admin",
            "audit-partner",
            "audit-manager",
            "audit-senior",
            "audit-staff",
            "quality-reviewer",
            "project-manager");
    private static final Set<String> FIRM_IMPORTS = Set.of("admin", "audit-partner", "audit-manager", "audit-senior");
    private static final Set<String> CLIENT_IMPORTS = Set.of("client-sponsor", "client-compliance");

    /** A control as the API shows it; {@code reference} is the client's own id of it. */
    record Item(
            UUID id,
            String reference,
            String title,
            String description,
            List<String> criteria,
            String frequency,
            String nature,
            List<PlannedEvidence> evidence,
            int version) {}

    private final ControlLibrary library;
    private final ControlRepository controls;
    private final Catalogue catalogue;
    private final Clients clients;

    ControlsResource(ControlLibrary library, ControlRepository controls, Catalogue catalogue, Clients clients) {
        this.library = library;
        this.controls = controls;
        this.catalogue = catalogue;
        this.clients = clients;
    }

    @PostMapping("/import")
    ImportAnswer take(
            Actor actor,
            @PathVariable("client") UUID id,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
            HttpServletRequest request) {
        ClientId client = visible(actor, new ClientId(id));
        Set<String> allowed = actor.ofTheFirm() ? FIRM_IMPORTS : CLIENT_IMPORTS;
        if (allowed.stream().noneMatch(actor::may)) {
            throw new Forbidden("Importing controls takes one of the roles "
                    + allowed.stream().sorted().toList());
        }
        return library.take(actor, client, SheetUpload.of(request), dryRun);
    }

    @GetMapping
    Page<Item> list(
            Actor actor,
            @PathVariable("client") UUID id,
            @RequestParam(name = "limit", required = false) @Nullable Integer asked,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        ClientId client = visible(actor, new ClientId(id));
        int limit = Page.limit(asked);
        Cursor after = Cursor.read(cursor, 1);
        List<Control> rows = controls.findByClientIdAndPositionGreaterThanOrderByPosition(
                client.value(), after == null ? -1 : place(after), Limit.of(limit + 1));
        Page<Control> page = Page.of(rows, limit, control -> Cursor.at(control.position()));
        return new Page<>(page.items().stream().map(this::item).toList(), page.next());
    }

    private static int place(Cursor after) {
        try {
            return Integer.parseInt(after.field(0));
        } catch (NumberFormatException foreign) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }

    private Item item(Control control) {
        ScopedControl whole = control.scoped(catalogue.ids());
        return new Item(
                whole.id(),
                whole.reference(),
                whole.title(),
                whole.description(),
                whole.criteria(),
                whole.frequency(),
                whole.nature(),
                whole.evidence(),
                control.version());
    }

    private ClientId visible(Actor actor, ClientId client) {
        boolean own = Objects.equals(client, actor.client());
        boolean firm = actor.ofTheFirm() && FIRM_READS.stream().anyMatch(actor::may);
        if (!own && !firm) {
            throw new NotFound("There is no such client.");
        }
        return clients.get(client).id();
    }
}
