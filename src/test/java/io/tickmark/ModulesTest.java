package io.tickmark;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void modulesDependDownwardsOnly() {
        ApplicationModules.of(Tickmark.class).verify();
    }
}
