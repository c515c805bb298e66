package io.tickmark.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.extraction.MalwareScanner.Scan;
import io.tickmark.extraction.MalwareScanner.Scan.Result;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdTest {

    private static Clamd at(@Nullable String host, int port) {
        return new Clamd(new ClamdAddress(host, port, Duration.ofSeconds(20)));
    }

    private static Scan scan(MalwareScanner clamd, byte[] bytes) {
        return clamd.scan(new ByteArrayInputStream(bytes));
    }

    @Test
    void withoutAScannerNothingIsScannedAndThatIsSaid() {
        assertThat(at(null, 3310).isThere()).isFalse();
        assertThat(scan(at(null, 3310), new byte[10]))
                .isEqualTo(new Scan(Result.NOT_SCANNED, "No scanner for malware is configured."));
        Clamd away = at("127.0.0.1", 1);
        assertThat(away.isThere()).isTrue();
        assertThat(scan(away, new byte[10]))
                .isEqualTo(new Scan(Result.NOT_SCANNED, "The scanner for malware does not answer."));
    }

    @Test
    @Tag("clamav")
    void aRealClamdTellsCleanFromNot(@TempDir Path folder) throws Exception {
        try (ClamAv server = new ClamAv(folder, 5_000_000)) {
            MalwareScanner clamd = server.scanner();
            assertThat(scan(clamd, RealFiles.text("nothing wrong"))).isEqualTo(new Scan(Result.CLEAN, ""));
            assertThat(scan(clamd, new byte[0]).result()).isEqualTo(Result.CLEAN);
            byte[] malware = RealFiles.text("before " + ClamAv.MALWARE + " after");
            Scan found = scan(clamd, malware);
            assertThat(found.result()).isEqualTo(Result.FOUND);
            assertThat(found.detail()).startsWith("Tickmark.Test");
            assertThat(scan(clamd, RealFiles.zip(Map.of("inside.txt", malware))).result())
                    .as("in an archive")
                    .isEqualTo(Result.FOUND);
            Scan large = scan(clamd, new byte[20_000_000]);
            assertThat(large.result()).isEqualTo(Result.NOT_SCANNED);
            assertThat(large.detail()).contains("larger than the scanner");
        }
    }
}
