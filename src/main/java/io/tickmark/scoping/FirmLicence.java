package io.tickmark.scoping;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audit firm's licence as it is proposed to the partner, who confirms it for each engagement.
 *
 * @param validUntil the last day on which the firm may sign
 */
@ConfigurationProperties("tickmark.firm")
record FirmLicence(
        @DefaultValue("FIRM-0001") String licenceNumber,
        @DefaultValue("State board of accountancy") String jurisdiction,
        @DefaultValue("2099-12-31") LocalDate validUntil) {}
