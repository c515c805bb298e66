package io.tickmark.storage;

import java.time.Duration;

/**
 * One document found in the store.
 *
 * @param size in bytes
 * @param age since its bytes were complete, in real time: demo mode's clock does not make an upload that is under way
 *     look abandoned
 */
public record Kept(DocumentKey key, long size, Duration age) {}
