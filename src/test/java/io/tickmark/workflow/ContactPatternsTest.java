package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactPatternsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "first.last+tag@sub-domain.example.com", "!#$%&'*+/=?^_`{|}~-@x.y"})
    void addressesAreTaken(String text) {
        assertThat(ContactPatterns.email(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@b", "a@", "a@b@c", "a b@c", "a@-b", "a@b-", "a@b..c", "ä@b.c", "a@b.c\n", "<a@b>"})
    void whatIsNoAddressIsNot(String text) {
        assertThat(ContactPatterns.email(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4930664040900", "004930664040900", "+353871234567", "tel+4930664040900"})
    void internationalNumbersAreTaken(String text) {
        assertThat(ContactPatterns.phone(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "030664040900", "+49 30 664040900", "+49", "+4930664040900x", "+4930664040900\n"})
    void otherNumbersAreNot(String text) {
        assertThat(ContactPatterns.phone(text)).isFalse();
    }
}
