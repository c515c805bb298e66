package io.tickmark.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.kernel.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetCornerTest {

    private static final List<String> HEADING = List.of("a", "b");

    @Test
    void aShortListIsShownWhole() {
        assertThat(SheetCorner.of("a,b\n\n1,\"2,3\"\n".getBytes(UTF_8), 10, 10))
                .isEqualTo(new SheetCorner(List.of(HEADING, List.of(""), List.of("1", "2,3")), false));
    }

    @Test
    void aWorkbookIsReadLikeAText() {
        byte[] book = SheetFormat.XLSX.write("List", HEADING, List.of(List.of("1", "2"), List.of("3", "4")));
        assertThat(SheetCorner.of(book, 10, 10))
                .isEqualTo(new SheetCorner(List.of(HEADING, List.of("1", "2"), List.of("3", "4")), false));
        assertThat(SheetCorner.of(book, 2, 1)).isEqualTo(new SheetCorner(List.of(List.of("a"), List.of("1")), true));
    }

    @Test
    void whatLiesOutsideIsSaidToBeThere() {
        assertThat(SheetCorner.of("a,b\n1,2\n".getBytes(UTF_8), 1, 2).more()).isTrue();
        assertThat(SheetCorner.of("a,b\n1,2\n".getBytes(UTF_8), 2, 1).more()).isTrue();
        assertThat(SheetCorner.of("a,b\n1,2\n".getBytes(UTF_8), 2, 2).more()).isFalse();
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> SheetCorner.of(new byte[] {'P', 'K', 3, 4, 0, 0}, 1, 1))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SheetCorner.of(new byte[] {(byte) 0xff, (byte) 0xfe}, 1, 1))
                .isInstanceOf(Refused.class);
    }
}
