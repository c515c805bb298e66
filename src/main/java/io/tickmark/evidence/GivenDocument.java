package io.tickmark.evidence;

import io.tickmark.scoping.EvidenceKind;
import java.util.UUID;

/** A document that the auditor has accepted as evidence, and the request that it answers. */
public record GivenDocument(
        DocumentFacts document, UUID request, String requestReference, String requestTitle, EvidenceKind kind) {}
