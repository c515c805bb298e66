package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.storage.DocumentStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests over HTTP start from: an engagement of their own in the running application. */
@TickmarkTest
abstract class OverHttp {

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    @Autowired
    Requests requests;

    @Autowired
    DocumentStore store;

    @Autowired
    JdbcClient database;

    EvidenceWorld world;
    TransactionTemplate transaction;

    @BeforeEach
    void anEngagement(@Autowired PlatformTransactionManager transactions) {
        world = anotherWorld();
        transaction = new TransactionTemplate(transactions);
    }

    EvidenceWorld anotherWorld() {
        return new EvidenceWorld(port, json, people, clients);
    }

    String uploads(String request) {
        return "/api/requests/" + request + "/documents";
    }

    /** The names of what a person sees of these, each asked about by itself. */
    static List<String> seenOneByOne(DocumentSight sight, Actor person, List<Document> all) {
        return all.stream()
                .filter(document -> sight.sees(person, document))
                .map(Document::name)
                .sorted()
                .toList();
    }

    /** The same, all asked about at once. */
    static List<String> seenAtOnce(EvidenceSight sight, Actor person, List<Document> all) {
        return sight.seen(sight.reach(person), all.stream().map(Document::id).toList()).values().stream()
                .map(found -> found.facts().name())
                .sorted()
                .toList();
    }

    static JsonNode taken(EvidenceWorld.Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.json();
    }

    int intentsLeft() {
        return database.sql("select count(*) from upload_intent where engagement_id = ?")
                .param(world.audit.engagement)
                .query(Integer.class)
                .single();
    }

    /** How many documents the store holds of the engagement, counting or not. */
    long bytesKept() {
        long[] kept = {0};
        store.list(found -> kept[0] += found.key().engagement().equals(world.engagement()) ? 1 : 0);
        return kept[0];
    }
}
