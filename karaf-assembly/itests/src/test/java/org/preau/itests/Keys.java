package org.preau.itests;

import com.microsoft.playwright.Page;

/** What somebody does who has a keyboard only. */
final class Keys {
    private static final int MANY = 40;
    /** What has the focus, the insides of components left out. */
    private static final String FOCUSED =
            "wanted => { const one = document.activeElement; return !!one && (one.matches(wanted) || !!one.closest(wanted)) }";

    private Keys() {}

    /** Waits until that has the focus. */
    static void isOn(Page page, String selector) {
        page.waitForFunction(FOCUSED, selector);
    }

    /** Goes forward until that has the focus. */
    static void tabTo(Page page, String selector) {
        for (int i = 0; i < MANY; i++) {
            if ((Boolean) page.evaluate(FOCUSED, selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is not reached by the keyboard; the focus is on "
                + page.evaluate("document.activeElement.outerHTML.substring(0, 200)"));
    }
}
