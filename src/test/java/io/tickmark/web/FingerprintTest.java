package io.tickmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class FingerprintTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("sam", "k");

    @Test
    void boundariesBetweenPartsDoNotCountButFilesDo() throws Exception {
        assertThat(multipart("AaB03x", "one")).isEqualTo(multipart("----WebKit77", "one"));
        assertThat(multipart("AaB03x", "one")).isNotEqualTo(multipart("AaB03x", "two"));
    }

    @Test
    void keyMethodAddressAndBodyAllCount() throws Exception {
        String print = print(KEY, "POST", "/api/a", "{}");

        assertThat(print).hasSize(64).isEqualTo(print(KEY, "POST", "/api/a", "{}"));
        assertThat(print(KEY, "PUT", "/api/a", "{}")).isNotEqualTo(print);
        assertThat(print(KEY, "POST", "/api/b", "{}")).isNotEqualTo(print);
        assertThat(print(KEY, "POST", "/api/a", "{ }")).isNotEqualTo(print);
        assertThat(print(new IdempotencyKey("sam", "l"), "POST", "/api/a", "{}"))
                .isNotEqualTo(print);
    }

    private static String print(IdempotencyKey key, String method, String path, String body) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return Fingerprint.of(key, HeldBody.of(request)).hex();
    }

    private static String multipart(String boundary, String text) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/import");
        request.setContentType("multipart/form-data; boundary=" + boundary);
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + text + "\r\n--" + boundary + "--\r\n";
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return Fingerprint.of(KEY, HeldBody.of(request)).hex();
    }
}
