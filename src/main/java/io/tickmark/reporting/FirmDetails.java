package io.tickmark.reporting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the audit firm signs, as AT-C 205 asks the report to state it; empty is left out. */
@ConfigurationProperties("tickmark.firm")
record FirmDetails(
        @DefaultValue("") String city, @DefaultValue("") String state) {}
