package io.tickmark.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How documents are kept.
 *
 * @param retentionYears how many years documents cannot be deleted: from the lock of their file, and before it from when
 *     they came
 * @param retainEvery how often the store is told what to retain, where there is something to tell
 * @param scrubRate how much of the documents is read in a second when all of them are checked; with {@code 0B} none is
 * @param scrubEvery how long after a check of all documents the next one begins
 */
@ConfigurationProperties("tickmark.documents")
record KeepingRules(
        @DefaultValue("7") int retentionYears,
        @DefaultValue("PT10S") Duration retainEvery,
        @DefaultValue("10MB") DataSize scrubRate,
        @DefaultValue("P7D") Duration scrubEvery) {}
