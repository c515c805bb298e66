package io.tickmark;

import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.Jobs;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happens between "the context is there" and "work begins": the shipped models go live, then jobs run. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Start implements ApplicationRunner {

    private final Bundles bundles;
    private final Jobs jobs;

    Start(Bundles bundles, Jobs jobs) {
        this.bundles = bundles;
        this.jobs = jobs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        bundles.deployShipped();
        jobs.start();
    }
}
