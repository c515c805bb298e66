package io.tickmark.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tickmark.kernel.EngagementId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentKeyTest {

    @Test
    void aKeyIsReadBackFromItsText() {
        DocumentKey key = new DocumentKey(EngagementId.next(), UUID.randomUUID());
        assertThat(DocumentKey.parse(key.toString())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "../../etc/passwd",
                "1-1-1-1-1/1-1-1-1-1",
                "0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11",
                "0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11/",
                "/0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11",
                "0D5B1C3E-7F1A-4B53-9A53-1D3F0F6F7A11/0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11",
                "0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11/0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11/",
                "0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11/../0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11",
                "0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11/0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a1\u0660",
                " 0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11/0d5b1c3e-7f1a-4b53-9a53-1d3f0f6f7a11"
            })
    void anythingElseIsNoKey(String odd) {
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentKey.parse(odd));
    }
}
