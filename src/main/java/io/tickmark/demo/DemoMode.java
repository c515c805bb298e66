package io.tickmark.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether this application is a demo: only on the embedded database and on a loopback address. */
@Component
@EnableConfigurationProperties(DemoProperties.class)
public class DemoMode {

    private final boolean on;
    private final boolean world;

    DemoMode(DemoProperties properties, Environment environment) {
        boolean possible = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:")
                && loopback(environment.getProperty("server.address", ""));
        this.on = possible && !Boolean.FALSE.equals(properties.mode());
        this.world = on && properties.world();
    }

    /** Whether demo accounts and the movable clock may exist. */
    public boolean on() {
        return on;
    }

    /** Whether people and audits to look at are loaded at the first start. */
    public boolean world() {
        return world;
    }

    private static boolean loopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
