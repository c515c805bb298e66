package io.tickmark.reporting;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.text.Bidi;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text from right to left (a Hebrew or Arabic name in an English report), by the JDK's own algorithm: the renderer's
 * add-on would bring 14 MB of ICU. Arabic letters keep their unjoined forms.
 */
final class BidiRuns implements BidiSplitter {

    private @Nullable Bidi paragraph;

    private BidiRuns() {}

    static void into(PdfRendererBuilder builder) {
        builder.useUnicodeBidiSplitter(BidiRuns::new).useUnicodeBidiReorderer(new Mirrored());
    }

    @Override
    public void setParagraph(String text, byte direction) {
        paragraph = new Bidi(text, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
        return set().getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
        int start = set().getRunStart(run);
        return new BidiTextRun(start, set().getRunLimit(run) - start, set().getRunLevel(run) % 2 == 0 ? LTR : RTL);
    }

    @Override
    public byte getBaseDirection(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return bidi.isLeftToRight() ? LTR : bidi.isRightToLeft() ? RTL : bidi.baseIsLeftToRight() ? LTR : RTL;
    }

    private Bidi set() {
        return Objects.requireNonNull(paragraph, "setParagraph comes first");
    }

    private static final class Mirrored implements BidiReorderer {

        @Override
        public String reorderRTLTextToLTR(String text) {
            StringBuilder mirrored = new StringBuilder(text.length());
            new StringBuilder(text).reverse().codePoints().map(Mirrored::pair).forEach(mirrored::appendCodePoint);
            return mirrored.toString();
        }

        private static int pair(int bracket) {
            int at = "()[]{}<>«»".indexOf(bracket);
            return at < 0 ? bracket : "()[]{}<>«»".codePointAt(at ^ 1);
        }

        @Override
        public String shapeText(String text) {
            return text;
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
