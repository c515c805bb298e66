package io.tickmark.reporting;

import static io.tickmark.reporting.ReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is text and nothing else, whatever it looks like. */
class HostileReportTest {

    @Test
    void noConnectionIsOpenedForWhatLooksLikeAnAddress() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread listener = new Thread(() -> {
                try {
                    while (true) {
                        server.accept().close();
                        connections.incrementAndGet();
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            listener.setDaemon(true);
            listener.start();
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";
            String hostile = "<img src=\"" + address + "\"/> <link rel='stylesheet' href='" + address
                    + "'/> ]]> <style>@import url(" + address + ");</style> url(" + address + ")";

            String text = ReportPdfTest.textOf(
                    aReport().ofClient(hostile).withServices(hostile).content());

            assertThat(text.replace(" ", "")).contains(hostile.replace(" ", ""));
            assertThat(connections).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><b>bold</b>",
                "&amp; &#65; &lt; <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e;",
                "file:///etc/passwd <object data=\"file:///etc/passwd\"/> <iframe src=\"file:///etc/passwd\"/>",
                "<bookmarks><bookmark name=\"x\" href=\"#y\"/></bookmarks></head></html>",
                "${T(java.lang.Runtime).getRuntime()} [[${report}]] __${words}__ th:text=\"${1+1}\" |a| *{b} #{c} @{d} ~{e}",
                "C:\\temp \"quoted\" 'single' `tick` 100% ±≤≥→✓☐"
            })
    void markupAndExpressionsArePrintedAsTheyStand(String text) throws IOException {
        assertThat(ReportPdfTest.textOf(aReport().withServices(text).content())).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Emoji 🔐👩‍💻🇺🇸 outside every font, " + "😀",
                "עברית (1) and العربية (2) beside English",
                "\u0000\u0001\u000b\ufffe\uffff controls, \ud800 half a pair, e\u0301 combined, \u202e turned, soft\u00adhyphen",
                "漢字かな交じり文 กขค ไทย देवनागरी",
                "   ",
                ""
            })
    void anyCharacterIsSurvived(String text) throws IOException {
        assertThat(ReportPdfTest.textOf(aReport()
                        .ofClient("Client " + text)
                        .withServices(text + "\n\nThe end of it.")
                        .content()))
                .contains("The end of it.");
    }

    @Test
    void aCharacterOutsideEveryFontLeavesAVisibleSign() throws IOException {
        assertThat(ReportPdfTest.textOf(aReport().withServices("Locked 🔐 away").content()))
                .contains("Locked � away");
    }

    @Test
    void scriptsOfOurReadersArePrinted() throws IOException {
        assertThat(ReportPdfTest.textOf(aReport()
                        .withServices("Zürich, Łódź, Αθήνα, Київ, 5 µm ≥ 3 €")
                        .content()))
                .contains("Zürich, Łódź, Αθήνα, Київ, 5 µm ≥ 3 €");
    }

    @Test
    void aWordLongerThanThePageIsBroken() throws IOException {
        String word = "abcdefghij".repeat(1000);
        String text = ReportPdfTest.textOf(
                aReport().ofClient(word).withServices(word).withResultOf(word).content());

        assertThat(text.replaceAll(" ", "")).contains(word.substring(0, 800)).contains("Theend");
    }
}
