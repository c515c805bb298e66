package io.tickmark.demo;

import io.tickmark.identity.Clients;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import io.tickmark.kernel.ClientId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the demo world, named after their roles; all with the one password. */
@Component
class DemoPeople {

    static final String PASSWORD = "tickmark";
    static final String FIRM = "Meridian Assurance LLP";

    private final People people;
    private final Clients clients;

    DemoPeople(People people, Clients clients) {
        this.people = people;
        this.clients = clients;
    }

    /** Creates everybody and every client. */
    @Transactional
    Map<DemoClient, ClientId> create() {
        clients.nameFirm(FIRM);
        Map<DemoClient, ClientId> created = new EnumMap<>(DemoClient.class);
        for (DemoClient client : DemoClient.values()) {
            created.put(client, clients.create(client.company()));
        }
        firm();
        ClientId northwind = created.get(DemoClient.NORTHWIND);
        ClientId fabrikam = created.get(DemoClient.FABRIKAM);
        ClientId alderbrook = created.get(DemoClient.ALDERBROOK);
        ClientId harborpay = created.get(DemoClient.HARBORPAY);
        add("sponsor", "Simon Hart", northwind, "client-sponsor");
        add("compliance", "Clara Jansen", northwind, "client-compliance");
        add("engineer", "Emil Sato", northwind, "control-owner");
        add("hr", "Hanna Reyes", northwind, "control-owner");
        add("sponsor2", "Silvia Costa", fabrikam, "client-sponsor");
        add("compliance2", "Chen Wei", fabrikam, "client-compliance");
        add("engineer2", "Erik Holm", fabrikam, "control-owner");
        add("sponsor3", "Sarah Whitlock", alderbrook, "client-sponsor");
        add("compliance3", "Carlos Mendes", alderbrook, "client-compliance");
        add("engineer3", "Elena Fischer", alderbrook, "control-owner");
        add("sponsor4", "Stanley Brooks", harborpay, "client-sponsor");
        add("compliance4", "Claire Laurent", harborpay, "client-compliance");
        add("engineer4", "Ethan Cole", harborpay, "control-owner");
        return created;
    }

    private void firm() {
        add("partner", "Paula Meyer", null, "audit-partner");
        add("manager", "Martin Okafor", null, "audit-manager");
        add("senior", "Sofia Lindqvist", null, "audit-senior");
        add("staff", "Stefan Novak", null, "audit-staff");
        add("reviewer", "Renate Vogel", null, "quality-reviewer");
        add("pm", "Priya Raman", null, "project-manager");
        add("owner", "Oscar Dubois", null, "process-owner");
        add("owner2", "Olga Petrova", null, "process-owner");
        add("admin", "Ada Brunner", null, "admin");
    }

    private void add(String username, String name, @Nullable ClientId client, String function) {
        if (people.named(username).isEmpty()) {
            people.create(new NewPerson(username, name, client, Set.of(function)), PASSWORD);
        }
    }
}
