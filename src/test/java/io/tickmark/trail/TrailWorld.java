package io.tickmark.trail;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail on a database of its own, in memory, with the transactions it would have in the application. */
final class TrailWorld implements AutoCloseable {

    static final Actor SENIOR = new Actor(PersonId.next(), "senior", "Sam Ortiz 🖊", null, Set.of());

    /** With a fraction of a second, which no entry may carry. */
    final Clock clock = Clock.fixed(Instant.parse("2026-03-31T08:15:30.999Z"), ZoneOffset.UTC);

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Trail trail;

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    TrailWorld() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V04__trail.sql")).execute(database);
        jdbc = JdbcClient.create(database);
        var manager = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(manager);
        var proxy = new ProxyFactory(new Trail(new Chains(jdbc), clock));
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new TransactionInterceptor(manager, new AnnotationTransactionAttributeSource()));
        trail = (Trail) proxy.getProxy();
    }

    Entry record(EngagementId engagement, String event, Map<String, ?> facts) {
        return transaction.execute(status -> trail.record(engagement, event, SENIOR, facts));
    }

    /** An engagement whose trail has entries 1 to {@code count}. */
    EngagementId anEngagementWith(int count) {
        EngagementId engagement = EngagementId.next();
        for (int i = 1; i <= count; i++) {
            record(engagement, "evidence-accepted", Map.of("title", "Access review " + i + " ✅", "documents", i));
        }
        return engagement;
    }

    List<String> export(EngagementId engagement) {
        var out = new StringWriter();
        try {
            trail.export(engagement, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new ArrayList<>(Arrays.asList(out.toString().split("\n")));
    }

    int sql(String sql, Object... params) {
        return jdbc.sql(sql).params(params).update();
    }

    @Override
    public void close() {
        jdbc.sql("shutdown").update();
        database.dispose();
    }
}
