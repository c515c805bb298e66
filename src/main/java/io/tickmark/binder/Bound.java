package io.tickmark.binder;

import io.tickmark.evidence.DocumentFacts;
import io.tickmark.evidence.RequestFacts;
import org.jspecify.annotations.Nullable;

/** One document and where it lies in the binder. */
record Bound(String path, DocumentFacts document, @Nullable RequestFacts request) {}
