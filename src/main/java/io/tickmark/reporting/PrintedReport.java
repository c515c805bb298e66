package io.tickmark.reporting;

import io.tickmark.evidence.StoredDocument;

/** A text of a report whose PDF is in the store and does not count yet. */
record PrintedReport(ReportText text, String markup, StoredDocument pdf) {}
