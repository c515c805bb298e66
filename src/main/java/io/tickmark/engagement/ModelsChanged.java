package io.tickmark.engagement;

import io.tickmark.kernel.EngagementId;

/** The engagement goes on with another version of its models; told in the transaction that moved it. */
public record ModelsChanged(EngagementId engagement) {}
