package io.tickmark.description;

import java.time.Instant;

/**
 * A section as it was once written; it is never changed.
 *
 * @param version from 1
 * @param writtenWith {@code page}, or the phrase of the task that it was written with, such as {@code DescribeSystem}
 * @param writer the person's name
 */
record SectionVersion(Section section, int version, String text, String writtenWith, String writer, Instant writtenAt) {

    /** The same as if nothing had been written: version 0. */
    SectionVersion asNever() {
        return new SectionVersion(section, 0, text, writtenWith, writer, writtenAt);
    }
}
