package org.preau.itests;

import com.microsoft.playwright.Page;

/** The page on which a head chooses applications. */
final class AdministrationPage {
    private AdministrationPage() {}

    static void toggle(Page page, String application) {
        page.getByLabel(application).first().click();
    }
}
