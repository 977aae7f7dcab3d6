package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.preau.driver.Portal;

/** Looks at a page as people of both languages see it, on a large screen and on a telephone: axe, no sideways scrolling, a picture each. */
final class Screens {
    private static final int LARGE = 1280;
    private static final int SMALL = 390;

    private Screens() {}

    /** The page as it is now, in its language. */
    static void look(Page page, String name) {
        for (int width : new int[] {LARGE, SMALL}) {
            page.setViewportSize(width, 844);
            Browser.wholePicture(page, "doors-" + name + "-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s scrolls sideways at %s px", name, width)
                    .isLessThanOrEqualTo(width);
            assertThat(Browser.axe(page)).as("%s at %s px", name, width).isEmpty();
        }
        page.setViewportSize(LARGE, 844);
    }

    /** A page that can be loaded again, in French and in English. */
    static void lookInBoth(Portal portal, Page page, String name, String french, String english) {
        assertThat(page.locator("h1").first().innerText()).contains(french);
        look(page, name + "-fr");
        speak(portal, page, "en");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("h1").first().innerText()).contains(english);
        look(page, name + "-en");
        speak(portal, page, "fr");
    }

    private static void speak(Portal portal, Page page, String language) {
        page.context().addCookies(List.of(new Cookie("preau_lang", language).setUrl(portal.url("/"))));
        page.reload();
        page.locator("h1").first().waitFor();
    }
}
