package io.tickmark.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Roles that an administrator adds beside those that the product brings. */
@TickmarkTest
class RolesOverHttpTest {

    private final int port;
    private final JsonMapper json;
    private final People people;
    private final Clients clients;
    private final JdbcClient database;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Caller admin;

    RolesOverHttpTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired JdbcClient database) {
        this.port = port;
        this.json = json;
        this.people = people;
        this.clients = clients;
        this.database = database;
        people.create(new NewPerson("roles-" + mark, "Admin", null, Set.of("admin")), "tickmark");
        this.admin = Caller.basic(port, "roles-" + mark, "tickmark");
    }

    @Test
    void theShippedRolesAreListedFirstAndStayAsTheyAre() {
        Reply list = admin.get("/api/roles");
        assertThat(list.json().path("items").path(0).path("key").asString()).isEqualTo("audit-partner");
        assertThat(list.json().path("items").path(0).path("shipped").asBoolean())
                .isTrue();
        assertThat(admin.put("/api/roles/audit-partner", "{\"name\":\"X\",\"version\":0}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.delete("/api/roles/control-owner").status()).isEqualTo(409);
        for (String taken : List.of("audit-partner", "audit-team", "admin", "process-owner", "client-sponsor")) {
            assertThat(field(add(taken, "CLIENT", "[]", false))).as(taken).isEqualTo("key");
        }
    }

    @Test
    void onlyAnAdministratorAddsRolesAndOnlyOnesThatOpenNothing() {
        people.create(new NewPerson("partner-" + mark, "Partner", null, Set.of("audit-partner")), "tickmark");
        Caller partner = Caller.basic(port, "partner-" + mark, "tickmark");
        assertThat(partner.post("/api/roles", "{\"key\":\"x\",\"name\":\"X\",\"side\":\"FIRM\"}")
                        .status())
                .isEqualTo(403);
        assertThat(partner.get("/api/roles").status()).isEqualTo(200);
        assertThat(Caller.nobody(port).get("/api/roles").status()).isEqualTo(401);
        assertThat(field(add("Legal_" + mark, "CLIENT", "[]", false))).isEqualTo("key");
        assertThat(field(add("a-" + mark, "EITHER", "[]", false))).isEqualTo("side");
        assertThat(field(add("b-" + mark, "CLIENT", "[]", true))).isEqualTo("seesWorkpapers");
        assertThat(field(add("c-" + mark, "CLIENT", "[\"audit-staff\"]", false)))
                .isEqualTo("standIns");
        assertThat(field(add("d-" + mark, "FIRM", "[\"project-manager\"]", false)))
                .as("may be a client's person")
                .isEqualTo("standIns");
        assertThat(field(add("e-" + mark, "FIRM", "[\"quality-reviewer\"]", false)))
                .isEqualTo("standIns");
        assertThat(field(add("f-" + mark, "FIRM", "[\"nobody\"]", false))).isEqualTo("standIns");
    }

    @Test
    void aRoleIsRenamedRetiredAndRemovedButNotWhileItIsUsed() {
        String key = "treasury-" + mark;
        String path = "/api/roles/" + key;
        assertThat(add(key, "CLIENT", "[]", false).status()).isEqualTo(201);
        assertThat(add(key, "CLIENT", "[]", false).status()).isEqualTo(409);
        Reply renamed = admin.put(path, "{\"name\":\"Treasurer 💰\",\"version\":0}");
        assertThat(renamed.json().path("name").asString()).isEqualTo("Treasurer 💰");
        assertThat(admin.put(path, "{\"name\":\"Later\",\"version\":0}").status())
                .isEqualTo(409);
        assertThat(field(admin.put(path, "{\"name\":\"Later\"}"))).isEqualTo("version");

        AuditWorld audit = new AuditWorld(port, json, people, clients);
        people.create(new NewPerson("t-" + mark, "T", audit.client, Set.of(key)), "tickmark");
        audit.appoint(Map.of(key, "t-" + mark));
        assertThat(admin.delete(path).body()).contains("in a team");
        assertThat(admin.put(path, "{\"retired\":true,\"version\":1}").status()).isEqualTo(200);
        audit.appoint(Map.of("control-owner", audit.name("client-compliance")));
        var anew = audit.put(
                "audit-partner",
                "/api/engagements/" + audit.engagement + "/team",
                Map.of(
                        "team",
                        Map.of(
                                "audit-partner",
                                audit.name("audit-partner"),
                                "audit-manager",
                                audit.name("audit-manager"),
                                "client-sponsor",
                                audit.name("client-sponsor"),
                                "client-compliance",
                                audit.name("client-compliance"),
                                key,
                                audit.name("client-sponsor"))));
        assertThat(anew.status()).isEqualTo(422);
        assertThat(anew.errorFields()).containsExactly("team." + key);
        audit.appoint(Map.of(key, List.of()));
        assertThat(admin.delete(path).body()).contains("person's functions");
        assertThat(admin.put("/api/people/t-" + mark, "{\"roles\":[\"control-owner\"],\"version\":0}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get("/api/roles").body()).doesNotContain(key);
    }

    @Test
    void whoIsInARoleOfAClientBelongsToThatClient() {
        String key = "privacy-" + mark;
        add(key, "CLIENT", "[]", false);
        AuditWorld one = new AuditWorld(port, json, people, clients);
        AuditWorld other = new AuditWorld(port, json, people, clients);
        people.create(new NewPerson("p-" + mark, "P", other.client, Set.of(key)), "tickmark");
        for (String stranger : List.of("p-" + mark, one.name("audit-staff"))) {
            var refused = one.put(
                    "audit-partner",
                    "/api/engagements/" + one.engagement + "/team",
                    Map.of("team", Map.of(key, stranger)));
            assertThat(refused.errorFields()).contains("team." + key);
        }
        other.appoint(Map.of(key, "p-" + mark));
        Caller person = Caller.basic(port, "p-" + mark, "tickmark");
        assertThat(person.get("/api/engagements/" + other.engagement).status()).isEqualTo(200);
        for (String rest : List.of("", "/file", "/requests", "/milestones", "/scope", "/trail")) {
            assertThat(person.get("/api/engagements/" + one.engagement + rest).status())
                    .as(rest)
                    .isEqualTo(404);
        }
        assertThat(person.get("/api/engagements").json().path("items")).hasSize(1);
    }

    @Test
    void aNewRoleOfTheFirmOpensNothingUnlessItSeesWorkpapers() {
        String plain = "tax-" + mark;
        String sees = "internal-audit-" + mark;
        add(plain, "FIRM", "[]", false);
        add(sees, "FIRM", "[]", true);
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        people.create(new NewPerson("tax-" + mark, "T", null, Set.of(plain)), "tickmark");
        people.create(new NewPerson("ia-" + mark, "I", null, Set.of(sees)), "tickmark");
        audit.appoint(Map.of(plain, "tax-" + mark, sees, "ia-" + mark));
        Caller tax = Caller.basic(port, "tax-" + mark, "tickmark");
        Caller internal = Caller.basic(port, "ia-" + mark, "tickmark");
        String path = "/api/engagements/" + audit.engagement;
        audit.done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));

        assertThat(tax.get(path).status()).isEqualTo(200);
        for (String rest : List.of("/tests", "/trail", "/requests", "/scope", "/findings", "/changes", "/gaps")) {
            assertThat(tax.get(path + rest).status()).as(rest).isIn(403, 404);
        }
        assertThat(tax.get(path + "/file").json().path("items")).isEmpty();
        assertThat(tax.get(path + "/signoffs").json().path("items")).isEmpty();
        for (String rest : List.of("/tests", "/trail", "/requests", "/scope", "/findings", "/changes")) {
            assertThat(internal.get(path + rest).status()).as(rest).isEqualTo(200);
        }
        assertThat(internal.get(path + "/file").json().path("items")).hasSize(1);
        assertThat(roles(audit, "tax-" + mark)).containsExactly("audit-team", plain);
    }

    @Test
    void thoseAboveStandInForARoleThatNobodyHoldsInRunningEngagementsToo() {
        AuditWorld audit = new AuditWorld(port, json, people, clients);
        String key = "standing-" + mark;
        add(key, "CLIENT", "[\"client-compliance\",\"client-sponsor\"]", false);
        assertThat(roles(audit, audit.name("client-compliance"))).contains(key);
        assertThat(roles(audit, audit.name("client-sponsor"))).contains(key);
        assertThat(audit.get("audit-manager", "/api/engagements/" + audit.engagement)
                        .body()
                        .path("team")
                        .has(key))
                .isFalse();
        people.create(new NewPerson("s-" + mark, "S", audit.client, Set.of(key)), "tickmark");
        audit.appoint(Map.of(key, "s-" + mark));
        assertThat(roles(audit, audit.name("client-compliance"))).doesNotContain(key);
        audit.appoint(Map.of(key, List.of()));
        assertThat(roles(audit, audit.name("client-compliance"))).contains(key);
    }

    private Reply add(String key, String side, String standIns, boolean seesWorkpapers) {
        return admin.post(
                "/api/roles",
                "{\"key\":\"" + key + "\",\"name\":\"A role\",\"side\":\"" + side + "\",\"standIns\":" + standIns
                        + ",\"seesWorkpapers\":" + seesWorkpapers + "}");
    }

    private static String field(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        return reply.json().path("errors").path(0).path("field").asString();
    }

    private List<String> roles(AuditWorld audit, String username) {
        return database.sql("select m.role_name from team_member m join person p on p.id = m.person_id"
                        + " where m.engagement_id = ? and p.username = ? order by m.role_name")
                .params(audit.engagement, username)
                .query(String.class)
                .list();
    }
}
