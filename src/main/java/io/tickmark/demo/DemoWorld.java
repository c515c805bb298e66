package io.tickmark.demo;

import io.tickmark.kernel.ClientId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads the demo world once, and keeps the health from being up before it is there. */
@Component("demoWorld")
class DemoWorld implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(DemoWorld.class);

    private final DemoMode mode;
    private final DemoState state;
    private final DemoClock clock;
    private final DemoPeople people;
    private final WebServerApplicationContext server;
    private final JsonMapper json;
    private volatile boolean ready;

    DemoWorld(
            DemoMode mode,
            DemoState state,
            DemoClock clock,
            DemoPeople people,
            WebServerApplicationContext server,
            JsonMapper json) {
        this.mode = mode;
        this.state = state;
        this.clock = clock;
        this.people = people;
        this.server = server;
        this.json = json;
    }

    /** Takes up the clock where it was; before any job runs. */
    void restoreClock() {
        if (mode.on()) {
            clock.restore();
        }
    }

    /** Plays the story if there is one to play; the application answers meanwhile, but is not healthy yet. */
    void load() {
        if (mode.world() && !state.worldLoaded()) {
            long begin = System.nanoTime();
            log.info("Loading the demo world (once):");
            play();
            state.worldIsLoaded();
            log.info(
                    "  done in {} s",
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        }
        ready = true;
        if (mode.world()) {
            log.info("Tickmark is at {}", address());
            log.info(
                    "Sign in as partner, manager, senior, staff, reviewer or pm (audit firm);"
                            + " sponsor, compliance, engineer or hr (Northwind); sponsor2, compliance2 or engineer2 (Fabrikam);"
                            + " the same with 3 (Alderbrook Archive) and 4 (Harborpay);"
                            + " owner, owner2 or admin. The password is '{}' for all.",
                    DemoPeople.PASSWORD);
        }
    }

    private void play() {
        Instant now = Instant.now();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        Map<DemoClient, ClientId> clients = new EnumMap<>(DemoClient.class);
        var api = new DemoCaller(json, address());
        var stage = new DemoStage(api, json, clients, clock::today, clock::quiet);
        var agenda = new DemoAgenda();
        new AlderbrookStory(stage, today).enter(agenda);
        new HarborpayStory(stage, today).enter(agenda);
        new DemoStory(stage, today).enter(agenda);
        clock.beginAt(Duration.ofDays(ChronoUnit.DAYS.between(today, agenda.begins())));
        clients.putAll(people.create());
        clients.forEach((client, id) -> api.upload(
                "manager", "/api/clients/" + id + "/controls/import", "text/csv", "controls.csv", controls(client)));
        agenda.play(
                day -> clock.moveTo(now.minus(Duration.ofDays(ChronoUnit.DAYS.between(day, today)))),
                line -> log.info("  … {}", line));
        clock.moveTo(Instant.now());
        clock.beginAt(Duration.ZERO);
    }

    private static byte[] controls(DemoClient client) {
        try {
            return new ClassPathResource(client.controls()).getContentAsByteArray();
        } catch (IOException broken) {
            throw new IllegalStateException("The demo's control list " + client.controls() + " cannot be read", broken);
        }
    }

    private String address() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(server.getWebServer()).getPort();
    }

    @Override
    public Health health() {
        return ready ? Health.up().build() : Health.outOfService().build();
    }
}
