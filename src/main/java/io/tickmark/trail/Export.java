package io.tickmark.trail;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A chain as JSON Lines: a header, then each entry in its canonical form. */
final class Export {

    static final String FORMAT = "tickmark-trail";
    static final int VERSION = 1;

    private static final int PORTION = 500;

    private final Chains chains;
    private final Clock clock;

    Export(Chains chains, Clock clock) {
        this.chains = chains;
        this.clock = clock;
    }

    void write(String chain, Writer out) throws IOException {
        Chains.End end = chains.end(chain);
        out.write(header(chain, end.head()));
        out.write('\n');
        // Rows behind the head are exported too: somebody put them there, and the verifier shall find them.
        long last = Math.max(end.head().seq(), end.lastRow());
        long done = Long.MIN_VALUE;
        while (true) {
            List<Chains.KeptRow> rows = chains.rows(chain, done, PORTION);
            for (Chains.KeptRow kept : rows) {
                done = kept.row().seq();
                if (done > last) {
                    return;
                }
                out.write(kept.row().line(kept.hash()));
                out.write('\n');
            }
            if (rows.size() < PORTION) {
                return;
            }
        }
    }

    private String header(String chain, Checkpoint head) {
        return CanonicalJson.of(Map.of(
                "format",
                FORMAT,
                "version",
                VERSION,
                "engagement",
                chain,
                "exportedAt",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "entries",
                head.seq(),
                "headHash",
                head.hash()));
    }
}
