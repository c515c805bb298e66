package io.tickmark.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.kernel.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void theRowTooManyOnlyTellsThatThereIsANextPage() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Cursor::at);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.read(page.next(), 1)).isEqualTo(Cursor.at("b"));
        assertThat(Page.of(List.of("a", "b"), 2, Cursor::at).next()).isNull();
    }

    @Test
    void aCursorKeepsWhateverStandsInItsFields() {
        Cursor place = Cursor.at("2027-01-31T10:00:00Z", "", "fox 🦊, \"quoted\" & more");

        assertThat(Cursor.read(place.text(), 3)).isEqualTo(place);
        assertThat(place.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void noCursorIsTheFirstPage() {
        assertThat(Cursor.read(null, 2)).isNull();
        assertThat(Cursor.read("", 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!", "bm9uZQ", "a"})
    void aCursorOfNoListIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.read(text, 2)).isInstanceOf(Malformed.class);
    }

    @Test
    void aLimitIsOneToTwoHundred() {
        assertThat(Page.limit(null)).isEqualTo(50);
        assertThat(Page.limit(200)).isEqualTo(200);
        assertThatThrownBy(() -> Page.limit(0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Page.limit(201)).isInstanceOf(Malformed.class);
    }
}
