package org.preau.itests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The form in which news is written, as a person fills it in. */
final class NewsForm {
    private NewsForm() {}

    static void write(Page page, String title, String text) {
        page.getByLabel("Titre").first().fill(title);
        page.locator("[contenteditable=true]").first().fill(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publier"))
                .first()
                .click();
        page.getByText(title).first().waitFor();
    }
}
