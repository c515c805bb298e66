package io.tickmark.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When documents are read, and what their dates may be.
 *
 * @param patience how long the answer to an upload waits for what reading finds, so that its giver is told while still
 *     there; whoever sends {@code Prefer: respond-async} does not wait
 * @param patientUpTo files larger than this are never waited for
 * @param largest larger documents are kept and not read: reading takes a copy of its own for as long as it lasts
 * @param oldest a document that was last changed longer ago is asked about
 */
@ConfigurationProperties("tickmark.reading")
record ReadingSettings(
        @DefaultValue("5s") Duration patience,
        @DefaultValue("5MB") DataSize patientUpTo,
        @DefaultValue("1GB") DataSize largest,
        @DefaultValue("400d") Duration oldest) {}
