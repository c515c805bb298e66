package io.tickmark.renewal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the firm renews.
 *
 * @param bridgeMonths how far a bridge letter may reach beyond the period, in months; practice is three
 */
@ConfigurationProperties("tickmark.renewal")
record RenewalProperties(@DefaultValue("3") int bridgeMonths) {}
