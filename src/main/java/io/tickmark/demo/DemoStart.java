package io.tickmark.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Demo mode at start-up: the world is loaded when everything else runs. */
@Component
@Order
class DemoStart implements ApplicationRunner {

    private final DemoWorld world;

    DemoStart(DemoWorld world) {
        this.world = world;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        world.load();
    }
}
