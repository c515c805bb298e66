package io.tickmark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "elevenchars",
                "aaaaaaaaaaaaaaaaaa",
                "abababababababab",
                "Password1234",
                "tickmark2026!!",
                "qwertz123456",
                "my name is sandra ok"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThatThrownBy(() -> Passwords.check(password, "sandra")).isInstanceOf(Refused.class);
    }

    @Test
    void whatTheHashWouldCutOffIsRefused() {
        assertThatThrownBy(() -> Passwords.check("🦊 fox and hen ".repeat(5), "sandra"))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"right horse battery staple", "Grüße vom 🦊 im Wald", "password of four long words"})
    void longOnesAreTaken(String password) {
        assertThatCode(() -> Passwords.check(password, "sandra")).doesNotThrowAnyException();
    }

    /** The other tests make do with fewer rounds. */
    @Test
    void anInstallationHashesWithTheFrameworksRounds() {
        assertThat(new AccessRules().passwordEncoder().encode("password of four long words"))
                .startsWith("{bcrypt}$2a$10$");
    }
}
