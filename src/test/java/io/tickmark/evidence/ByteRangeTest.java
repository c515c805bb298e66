package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=2-4,2,3", "bytes=5-,5,5", "bytes=-3,7,3", "bytes=-30,0,10", "bytes=8-99,8,2"})
    void oneRangeIsCutToTheDocument(String header, long from, long length) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "bytes=4-2", "bytes=-", "bytes=a-b", "lines=1-2", ""})
    void whatIsNoSingleRangeGetsTheWhole(String header) {
        assertThat(ByteRange.of(header, 10)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=11-12", "bytes=-0"})
    void whatLiesOutsideIsUnsatisfiable(String header) {
        assertThat(ByteRange.of(header, 10)).isNotNull().matches(ByteRange::isUnsatisfiable);
    }

    @Test
    void anEmptyDocumentHasNoPart() {
        assertThat(ByteRange.of("bytes=0-0", 0)).isEqualTo(ByteRange.UNSATISFIABLE);
    }
}
