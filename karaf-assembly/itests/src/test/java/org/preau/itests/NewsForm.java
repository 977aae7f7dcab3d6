package org.preau.itests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The form in which news is written, as a person fills it in. */
final class NewsForm {
    private NewsForm() {}

    static void write(Page page, String audience, String title, String text) {
        page.locator("vaadin-select").first().click();
        page.locator("vaadin-select-item")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(audience))
                .first()
                .click();
        page.getByLabel("Titre").first().fill(title);
        page.locator("[contenteditable=true]").first().fill(text);
        // Without it an article written at the week-end appears on the next school morning.
        page.getByLabel("Urgent").first().check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publier"))
                .first()
                .click();
        page.getByText(title).first().waitFor();
    }
}
