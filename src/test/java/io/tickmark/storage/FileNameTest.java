package io.tickmark.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Access review Q3.xlsx",
                "naïve résumé.pdf",
                "監査証拠.pdf",
                "\ud83d\udc69\u200d\ud83d\udcbb.png",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f",
                "100% done.txt",
                ".env",
                "a\"b<c>.txt"
            })
    void aNameStaysAsItIs(String name) {
        assertThat(FileName.of(name)).isEqualTo(name);
    }

    @Test
    void foldersAreLeftOut() {
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.of("C:\\Users\\me\\users.csv")).isEqualTo("users.csv");
    }

    @Test
    void signsThatCannotBeSeenAreLeftOut() {
        assertThat(FileName.of("a\r\nSet-Cookie: b\u0000\t.txt")).isEqualTo("aSet-Cookie: b.txt");
        assertThat(FileName.of("report\u202efdp.exe")).isEqualTo("reportfdp.exe");
        assertThat(FileName.of("\ufeff\u2066a\u2069\u200f\u200b\u2028.pdf")).isEqualTo("a.pdf");
        assertThat(FileName.of("half \ud83d sign")).isEqualTo("half  sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "..", ".", "../", "/", "\u202e\u0000"})
    void aNameOfNothingIsUnnamed(String name) {
        assertThat(FileName.of(name)).isEqualTo("unnamed");
    }

    @Test
    void noNameIsUnnamed() {
        assertThat(FileName.of(null)).isEqualTo("unnamed");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileName.of("x".repeat(4_000) + ".xlsx")).hasSize(255).endsWith("x.xlsx");
        assertThat(FileName.of("x".repeat(255))).hasSize(255);
        assertThat(FileName.of("." + "x".repeat(4_000))).hasSize(255);
    }

    @Test
    void aLongNameIsNotCutThroughASign() {
        String cut = FileName.of("x" + "\ud83d\ude00".repeat(2_000) + ".pdf");
        assertThat(cut).endsWith("\ud83d\ude00.pdf").hasSizeLessThanOrEqualTo(255);
        assertThat(FileName.of("\ud83d\ude00".repeat(2_000) + ".pdf")).endsWith("\ud83d\ude00.pdf");
    }
}
