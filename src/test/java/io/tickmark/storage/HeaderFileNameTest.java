package io.tickmark.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderFileNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "report.pdf, report.pdf",
                "UTF-8''na%C3%AFve%20plan.pdf, naïve plan.pdf",
                "utf-8'de'na%C3%AFve.pdf, naïve.pdf",
                "na%C3%AFve.pdf, naïve.pdf",
                "%F0%9F%98%80.png, \ud83d\ude00.png",
                "100% done.pdf, 100% done.pdf",
                "100%, 100%",
                "50%+1.pdf, 50%+1.pdf",
                "%C3.pdf, %C3.pdf",
                "a+b.pdf, a+b.pdf",
                "utf-8'odd, utf-8'odd"
            })
    void theNameIsDecodedOrTakenAsItIs(String header, String name) {
        assertThat(HeaderFileName.decode(header)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"naïve.pdf", "\ud83d\ude00.png", "監査 100%.pdf"})
    void rawUtf8IsRead(String name) {
        assertThat(HeaderFileName.decode(new String(name.getBytes(UTF_8), ISO_8859_1)))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"na\u00efve.pdf"})
    void rawLatinIsRead(String name) {
        assertThat(HeaderFileName.decode(name)).isEqualTo(name);
    }
}
