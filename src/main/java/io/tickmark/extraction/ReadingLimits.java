package io.tickmark.extraction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much reading a document may take before its reader is ended.
 *
 * @param processes how many documents are read at once, each in a process of its own; started when first needed
 * @param timeLimit how long one document may take
 * @param memory the heap of one reader
 * @param space how much disk one document may take while it is read, beside the copy of itself
 * @param depth how many archives inside of each other are opened
 * @param ratio how many times its size a document may unpack to as text
 * @param characters how much text of a document is kept; what follows is left out
 * @param idle a reader that had nothing to do for so long is ended
 */
@ConfigurationProperties("tickmark.reading")
record ReadingLimits(
        @DefaultValue("1") int processes,
        @DefaultValue("30s") Duration timeLimit,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("512MB") DataSize space,
        @DefaultValue("5") int depth,
        @DefaultValue("100") int ratio,
        @DefaultValue("1000000") int characters,
        @DefaultValue("2m") Duration idle) {}
