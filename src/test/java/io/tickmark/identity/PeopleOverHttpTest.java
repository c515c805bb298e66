package io.tickmark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.kernel.ClientId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@TickmarkTest
class PeopleOverHttpTest {

    private static final String PASSWORD = "right horse battery staple";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private ClientId northwind = ClientId.next();
    private ClientId fabrikam = ClientId.next();
    private Caller admin = Caller.nobody(0);
    private Caller manager = Caller.nobody(0);
    private Caller staff = Caller.nobody(0);
    private Caller compliance = Caller.nobody(0);
    private Caller engineer = Caller.nobody(0);

    @BeforeEach
    void twoClients() {
        northwind = clients.create("Northwind 🧭 " + mark);
        fabrikam = clients.create("Fabrikam " + mark);
        admin = person("admin", null, "admin");
        manager = person("manager", null, "audit-manager");
        staff = person("staff", null, "audit-staff");
        compliance = person("compliance", northwind, "client-compliance");
        engineer = person("engineer", northwind, "control-owner");
        person("compliance2", fabrikam, "client-compliance");
    }

    @Test
    void anInvitedPersonSetsAPasswordAndSignsIn() {
        Reply invited = admin.post("/api/people", invitation("new", "Nora 🦉", "audit-senior"));
        String link = invited.json().path("link").asString();

        assertThat(invited.status()).isEqualTo(201);
        assertThat(link).startsWith("/invitations/");
        assertThat(Caller.basic(port, "new" + mark, "").get("/api/me").status()).isEqualTo(401);
        Reply accepted = Caller.nobody(port).post("/api" + link + "/accept", "{\"password\":\"" + PASSWORD + "\"}");
        assertThat(accepted.status()).isEqualTo(200);
        Reply me = Caller.basic(port, "new" + mark, PASSWORD).get("/api/me");
        assertThat(me.json().path("name").asString()).isEqualTo("Nora 🦉");
        assertThat(Caller.nobody(port)
                        .post("/api" + link + "/accept", "{\"password\":\"another good one 4711\"}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"short,422", "aaaaaaaaaaaaaaaa,422", "password12345,422", ",422"})
    void aSillyPasswordIsRefusedAndTheInvitationStaysOpen(String password, int status) {
        String link = admin.post("/api/people", invitation("new", "N", "audit-staff"))
                .json()
                .path("link")
                .asString();

        Reply refused = Caller.nobody(port)
                .post("/api" + link + "/accept", password == null ? "{}" : "{\"password\":\"" + password + "\"}");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.json().path("errors").get(0).path("field").asString())
                .isEqualTo("password");
        assertThat(Caller.nobody(port)
                        .post("/api" + link + "/accept", "{\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aNewInvitationEndsTheOldLinkAndOnlyAnAdministratorOpensAnAccountInUse() {
        String first = manager.post(peopleOf(northwind), invitation("late", "L", "control-owner"))
                .json()
                .path("link")
                .asString();
        Reply second = manager.post("/api/people/late" + mark + "/invitation", "{}");

        assertThat(second.status()).isEqualTo(201);
        assertThat(Caller.nobody(port)
                        .post("/api" + first + "/accept", "{\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(manager.post("/api/people/compliance" + mark + "/invitation", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/api/people/compliance" + mark + "/invitation", "{}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void everyWrongFieldOfAPersonIsToldAtOnce() {
        Reply reply = admin.post(
                "/api/people",
                "{\"username\":\"No Good\",\"name\":\" \",\"email\":\"x\",\"roles\":[\"control-owner\"]}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsString("field"))
                .containsExactly("username", "name", "email", "roles");
        assertThat(admin.post("/api/people", "{}").status()).isEqualTo(422);
    }

    @Test
    void aMailAddressIsRemovedByAnEmptyOneAndKeptWhereNoneIsSent() {
        String path = "/api/people/engineer" + mark;
        assertThat(changed(path, "{\"email\":\"eng@northwind.example\",\"version\":%d}")
                        .path("email")
                        .asString())
                .isEqualTo("eng@northwind.example");
        assertThat(changed(path, "{\"name\":\"Engineer\",\"version\":%d}")
                        .path("email")
                        .asString())
                .isEqualTo("eng@northwind.example");
        assertThat(changed(path, "{\"email\":\"\",\"version\":%d}")
                        .path("email")
                        .isNull())
                .isTrue();
        assertThat(admin.get(path).json().path("email").isNull()).isTrue();
    }

    private JsonNode changed(String path, String change) {
        Reply reply = admin.put(
                path, change.formatted(admin.get(path).json().path("version").asInt()));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json();
    }

    @Test
    void aUsernameIsGivenOnce() {
        assertThat(admin.post("/api/people", invitation("staff", "S", "audit-staff"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aClientsPersonCanBeNothingOfTheFirm() {
        assertThat(compliance
                        .post(peopleOf(northwind), invitation("sly", "S", "admin"))
                        .status())
                .isEqualTo(422);
        assertThat(compliance
                        .put("/api/people/engineer" + mark, "{\"roles\":[\"audit-partner\"],\"version\":0}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoMayInviteWhom() {
        assertThat(staff.post("/api/people", invitation("a", "A", "audit-staff"))
                        .status())
                .isEqualTo(403);
        assertThat(manager.post("/api/people", invitation("a", "A", "audit-staff"))
                        .status())
                .isEqualTo(403);
        assertThat(staff.post(peopleOf(northwind), invitation("a", "A", "control-owner"))
                        .status())
                .isEqualTo(403);
        assertThat(engineer.post(peopleOf(northwind), invitation("a", "A", "control-owner"))
                        .status())
                .isEqualTo(403);
        assertThat(compliance
                        .post("/api/people", invitation("a", "A", "audit-staff"))
                        .status())
                .isIn(403, 404);
        assertThat(compliance
                        .post(peopleOf(northwind), invitation("a", "A", "control-owner"))
                        .status())
                .isEqualTo(201);
        assertThat(manager.post(peopleOf(northwind), invitation("b", "B", "client-sponsor"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anotherClientIsNotThere() {
        String theirs = "/api/clients/" + fabrikam;

        assertThat(compliance.get(theirs).status()).isEqualTo(404);
        assertThat(compliance.get(theirs + "/people").status()).isEqualTo(404);
        assertThat(compliance
                        .post(theirs + "/people", invitation("a", "A", "control-owner"))
                        .status())
                .isEqualTo(404);
        assertThat(compliance.get("/api/people/compliance2" + mark).status()).isEqualTo(404);
        assertThat(compliance.get("/api/people/manager" + mark).status()).isEqualTo(404);
        assertThat(compliance
                        .put("/api/people/compliance2" + mark, "{\"enabled\":false,\"version\":0}")
                        .status())
                .isEqualTo(404);
        assertThat(compliance
                        .post("/api/people/compliance2" + mark + "/invitation", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(compliance.get("/api/clients").body()).contains("Northwind").doesNotContain("Fabrikam");
        assertThat(compliance.get("/api/people").body())
                .contains("engineer" + mark)
                .doesNotContain("compliance2" + mark)
                .doesNotContain("manager" + mark);
        assertThat(compliance.get("/api/clients/" + northwind).json().path("people"))
                .hasSize(2);
    }

    @Test
    void clientsAreOpenedByThoseWhoLeadAuditsAndTheirNamesAreUnique() {
        Reply made = manager.post("/api/clients", "{\"name\":\" Contoso " + mark + " \"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("name").asString()).isEqualTo("Contoso " + mark);
        assertThat(manager.get("/api/clients/" + made.json().path("id").asString())
                        .status())
                .isEqualTo(200);
        assertThat(manager.post("/api/clients", "{\"name\":\"CONTOSO " + mark + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(manager.post("/api/clients", "{\"name\":\"\"}").status()).isEqualTo(422);
        assertThat(manager.post("/api/clients", "{\"name\":\"a\\nb\"}").status())
                .isEqualTo(422);
        assertThat(manager.post("/api/clients", "{\"name\":\"" + "x".repeat(201) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(staff.post("/api/clients", "{\"name\":\"A" + mark + "\"}").status())
                .isEqualTo(403);
        assertThat(compliance
                        .post("/api/clients", "{\"name\":\"A" + mark + "\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aStaleVersionIsAConflictAndNobodyDisablesThemselves() {
        String engineers = "/api/people/engineer" + mark;

        assertThat(compliance.put(engineers, "{\"name\":\"Eve\",\"version\":0}").status())
                .isEqualTo(200);
        assertThat(compliance.put(engineers, "{\"name\":\"Eva\",\"version\":0}").status())
                .isEqualTo(409);
        assertThat(compliance.put(engineers, "{\"name\":\"Eva\"}").status()).isEqualTo(422);
        assertThat(compliance.get(engineers).json().path("name").asString()).isEqualTo("Eve");
        assertThat(compliance
                        .put("/api/people/compliance" + mark, "{\"enabled\":false,\"version\":0}")
                        .status())
                .isEqualTo(422);
        assertThat(compliance
                        .put(engineers, "{\"enabled\":false,\"version\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(engineer.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void listsComeInPages() {
        Reply first = manager.get("/api/people?limit=2");
        String next = first.json().path("next").asString();
        Reply second = manager.get("/api/people?limit=2&cursor=" + next);

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items").get(0).path("username").asString())
                .isGreaterThan(
                        first.json().path("items").get(1).path("username").asString());
        assertThat(manager.get("/api/people?limit=0").status()).isEqualTo(400);
        assertThat(manager.get("/api/people?limit=201").status()).isEqualTo(400);
        assertThat(manager.get("/api/people?limit=many").status()).isEqualTo(400);
        assertThat(manager.get("/api/people?cursor=%21%21").status()).isEqualTo(400);
        assertThat(manager.get("/api/clients?cursor=bm9uZQ&limit=1").status()).isEqualTo(200);
    }

    private Caller person(String name, @org.jspecify.annotations.Nullable ClientId client, String function) {
        people.create(new NewPerson(name + mark, name, client, Set.of(function)), PASSWORD);
        return Caller.basic(port, name + mark, PASSWORD);
    }

    private String invitation(String username, String name, String role) {
        return "{\"username\":\"" + username + mark + "\",\"name\":\"" + name + "\",\"roles\":[\"" + role + "\"]}";
    }

    private static String peopleOf(ClientId client) {
        return "/api/clients/" + client + "/people";
    }
}
