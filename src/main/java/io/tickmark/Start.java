package io.tickmark;

import io.tickmark.demo.DemoMode;
import io.tickmark.identity.FirstAdministrator;
import io.tickmark.modeling.ProductModels;
import io.tickmark.workflow.Jobs;
import io.tickmark.workflow.RunningModels;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** What happens between "the context is there" and "work begins": the product brings its models, then jobs run. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Start implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Start.class);

    private final ProductModels models;
    private final RunningModels running;
    private final Jobs jobs;
    private final FirstAdministrator firstAdministrator;
    private final DemoMode demo;
    private final AsyncTaskExecutor beside;
    private final boolean alone;

    /** @param url of a file that is not shared, this process is the only one to have it open */
    Start(
            ProductModels models,
            RunningModels running,
            Jobs jobs,
            FirstAdministrator firstAdministrator,
            DemoMode demo,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor beside,
            @Value("${spring.datasource.url}") String url) {
        this.alone =
                url.startsWith("jdbc:h2:file:") && !url.toUpperCase(Locale.ROOT).contains("AUTO_SERVER");
        this.models = models;
        this.running = running;
        this.jobs = jobs;
        this.firstAdministrator = firstAdministrator;
        this.demo = demo;
        this.beside = beside;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        models.bring();
        // it stops nothing, so nobody waits for it
        beside.execute(running::check);
        if (alone) {
            jobs.takeOver();
        }
        jobs.start();
        if (!demo.world()) {
            firstAdministrator
                    .link()
                    .ifPresent(link -> log.info(
                            "Nobody can sign in yet. The first administrator chooses a password at {} (the link works once,"
                                    + " for fourteen days; a restart makes a new one).",
                            link));
        }
    }
}
