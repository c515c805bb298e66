package io.tickmark.extraction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The scanner for malware, a clamd of ClamAV. Its {@code StreamMaxLength} should be at least {@code
 * tickmark.documents.max-size}: larger files are not scanned, and marked so.
 *
 * @param host where it listens; left out, documents are not scanned, and say so
 * @param port its TCP port
 * @param timeout how long it may take for its answer about one document
 */
@ConfigurationProperties("tickmark.clamd")
record ClamdAddress(
        @Nullable String host,
        @DefaultValue("3310") int port,
        @DefaultValue("2m") Duration timeout) {}
