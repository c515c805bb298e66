package io.tickmark.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the clock back to where demo mode had moved it, ahead of the start that lets jobs run. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoTime implements ApplicationRunner {

    private final DemoWorld world;

    DemoTime(DemoWorld world) {
        this.world = world;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        world.restoreClock();
    }
}
