package io.tickmark.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What keeps somebody from using a page: in light and dark, on a desk and on a phone. */
public final class Barriers {

    /** What axe finds in one theme and not in the other; everything else is looked for in the light one. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Barriers() {}

    /** Of the page as it is now, each told with where it is. */
    public static List<String> on(Page page, String where) {
        List<String> found = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(1280, 390)) {
                page.setViewportSize(width, 800);
                AxeBuilder axe = new AxeBuilder(page);
                if (scheme == ColorScheme.DARK) {
                    axe.withRules(OF_COLOURS);
                }
                for (Rule rule : axe.analyze().getViolations()) {
                    if (List.of("serious", "critical").contains(rule.getImpact())) {
                        found.add(where + " " + scheme + " " + width + ": " + rule.getId() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList());
                    }
                }
            }
        }
        return found;
    }
}
