package io.tickmark.evidence;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/** Pictures of a page to be looked at: light, dark and on a phone. */
final class Pictures {

    private Pictures() {}

    static void of(Page page, String name) {
        shot(page, name, ColorScheme.LIGHT, 1280, 900);
        shot(page, name + "-dark", ColorScheme.DARK, 1280, 900);
        shot(page, name + "-phone", ColorScheme.LIGHT, 390, 844);
        page.setViewportSize(1280, 800);
    }

    private static void shot(Page page, String name, ColorScheme scheme, int width, int height) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screens/" + name + ".png"))
                .setFullPage(width < 500));
    }
}
