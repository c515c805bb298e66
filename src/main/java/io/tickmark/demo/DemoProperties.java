package io.tickmark.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Demo mode.
 *
 * @param mode whether demo accounts and the movable clock exist; left out, they do on the embedded database and a
 *     loopback address, and nowhere else
 * @param world whether the demo world is loaded at the first start in demo mode
 */
@ConfigurationProperties("tickmark.demo")
record DemoProperties(
        @Nullable Boolean mode, @DefaultValue("true") boolean world) {}
