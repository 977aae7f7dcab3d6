package org.preau.itests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.preau.driver.Waiting;

/** The page on which a head chooses applications. */
final class AdministrationPage {
    private AdministrationPage() {}

    /** Goes to what the whole of a school has. */
    static void open(Page page, String school) {
        page.navigate("/app/administration");
        page.getByText(school, new Page.GetByTextOptions().setExact(true))
                .last()
                .waitFor();
        page.locator("main")
                .getByText(school, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByLabel("Annuaire").first().waitFor();
    }

    /** Switches an application; the list is drawn again at each change, so the state is looked at afterwards. */
    static void toggle(Page page, String application, boolean on) {
        Locator box = page.getByLabel(application).first();
        Waiting.until(application + " switched " + (on ? "on" : "off"), Duration.ofSeconds(20), () -> {
            box.setChecked(on);
            page.waitForTimeout(500);
            return box.isChecked() == on;
        });
    }
}
