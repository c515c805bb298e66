package io.tickmark.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search index is kept, and how it follows the database.
 *
 * @param folder the folder of this node's search index, created when missing; it can be deleted at any time while the
 *     node is stopped, and is made anew from the database
 * @param follow how long after a change at the latest the index has it, where nobody searches; who searches finds it at
 *     once
 */
@ConfigurationProperties("tickmark.search")
record SearchSettings(
        @DefaultValue("./data/search") String folder,
        @DefaultValue("PT10S") Duration follow) {}
