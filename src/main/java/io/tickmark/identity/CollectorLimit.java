package io.tickmark.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much scripts may push.
 *
 * @param perMinute how often one collector may push in a minute, on each node; what is more is answered with 429 and
 *     the time to wait
 */
@ConfigurationProperties("tickmark.collectors")
record CollectorLimit(@DefaultValue("120") int perMinute) {

    CollectorLimit {
        if (perMinute < 1) {
            throw new IllegalArgumentException(
                    "tickmark.collectors.per-minute is a number from 1 on, not " + perMinute);
        }
    }
}
