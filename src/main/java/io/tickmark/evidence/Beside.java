package io.tickmark.evidence;

import java.util.UUID;

/** A document in the place to which another one comes; of the same name, it is an earlier version. */
record Beside(String name, UUID series, int version) {}
