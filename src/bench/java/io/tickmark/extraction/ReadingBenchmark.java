package io.tickmark.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.bench.Ratio;
import io.tickmark.bench.Timing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Documents of four kinds read in a process apart, one after the other, against the same reader in this one. */
class ReadingBenchmark {

    private static final int ROUNDS = 50;
    private static final int RUNS = 5;
    private static final ReadingLimits LIMITS = new ReadingLimits(
            1,
            Duration.ofSeconds(30),
            DataSize.ofMegabytes(256),
            DataSize.ofMegabytes(512),
            5,
            100,
            1_000_000,
            Duration.ofMinutes(2));

    @TempDir
    Path folder;

    @Test
    void readingApartAgainstReadingInProcess() {
        String[] pages = Collections.nCopies(20, RealFiles.TEXT).toArray(String[]::new);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("policy.pdf", RealFiles.pdf("Policy", Instant.EPOCH, pages));
        files.put("procedure.docx", RealFiles.docx(String.join(" ", pages), Instant.EPOCH));
        files.put("users.csv", RealFiles.text("user,removed\nana,2026-01-01\n".repeat(2_000)));
        files.put("screen.png", RealFiles.picture("png", 800, 600));
        DocumentReader here = new DocumentReader(LIMITS.depth(), LIMITS.ratio(), LIMITS.characters());
        double[] apart = new double[RUNS];
        double[] inProcess = new double[RUNS];
        try (ReaderPool pool = new ReaderPool(LIMITS)) {
            for (int run = -1; run < RUNS; run++) {
                double ours = Timing.of(() -> rounds(files, (name, bytes) ->
                                pool.extract(new ByteArrayInputStream(bytes), name)))
                        .wallMillis();
                double theirs = Timing.of(() -> rounds(files, (name, bytes) -> here.read(onDisk(name, bytes), name)))
                        .wallMillis();
                if (run >= 0) {
                    apart[run] = ours / (ROUNDS * files.size());
                    inProcess[run] = theirs / (ROUNDS * files.size());
                }
            }
        }
        Ratio.print("reading a document (PDF, DOCX, CSV, PNG)", apart, inProcess, "ms", "<= 1.67");
    }

    private interface Reading {
        Extraction of(String name, byte[] bytes);
    }

    private static void rounds(Map<String, byte[]> files, Reading reading) {
        for (int i = 0; i < ROUNDS; i++) {
            files.forEach((name, bytes) -> assertThat(reading.of(name, bytes).outcome())
                    .as(name)
                    .isEqualTo(Extraction.Outcome.READ));
        }
    }

    /** The reader apart gets a copy of its own, too. */
    private Path onDisk(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
