package io.tickmark;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this node's clock agrees with its database server's. Leases of jobs are written by one node's clock and read by
 * another's: a node that is ahead takes jobs which a living one still works on. More than ten seconds apart is an alarm,
 * and the node is out of service.
 */
@Component
final class SharedTime implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(SharedTime.class);
    private static final Duration MOST = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final boolean shared;

    SharedTime(JdbcClient database, @Value("${spring.datasource.url}") String url) {
        this.database = database;
        this.shared = url.startsWith("jdbc:mysql:");
    }

    @Override
    public Health health() {
        if (!shared) {
            return Health.up().build();
        }
        // not the movable clock: leases live in real time
        Duration apart = Duration.between(there(), Instant.now()).abs();
        if (apart.compareTo(MOST) <= 0) {
            return Health.up().build();
        }
        log.error(
                "This machine's clock and the database server's are {} s apart: set both by one time server.",
                apart.toSeconds());
        return Health.outOfService()
                .withDetail("secondsApart", apart.toSeconds())
                .build();
    }

    private Instant there() {
        return database.sql("select utc_timestamp()")
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }
}
