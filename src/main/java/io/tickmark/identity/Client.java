package io.tickmark.identity;

import io.tickmark.kernel.ClientId;

/** A service organisation whose controls are examined. */
public record Client(ClientId id, String name) {}
