package io.tickmark.storage;

import static io.tickmark.storage.ChunkHashes.CHUNK;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredStreamTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 77})
    void theWholeAndEachChunkHaveTheirHash(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var stream = new MeasuredStream(new ByteArrayInputStream(bytes), size);
        byte[] buffer = new byte[100_003];
        while (stream.read(buffer, 0, buffer.length) >= 0) {}

        Stored stored = stream.stored(null);
        assertThat(stored.size()).isEqualTo(size);
        assertThat(stored.sha256())
                .isEqualTo(HexFormat.of().formatHex(Sha256.digest().digest(bytes)));
        assertThat(stored.chunks().count()).isEqualTo((size + CHUNK - 1) / CHUNK);
        for (int chunk = 0; chunk < stored.chunks().count(); chunk++) {
            byte[] part = Arrays.copyOfRange(bytes, chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK));
            assertThat(stored.chunks().isOf(chunk, part, part.length)).isTrue();
        }
    }
}
