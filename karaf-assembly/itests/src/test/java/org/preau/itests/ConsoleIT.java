package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Requirement;
import org.preau.driver.Portal;

/** What an administrator of the academy does in the console, in a browser, on the demonstration schools. */
@Tag("chromium")
class ConsoleIT {
    private static Portal portal;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() {
        portal = Portal.demo("console");
        browser = new Browser();
        page = browser.signedIn(portal, portal.demoLogin("ACADEMY"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "people", "requests", "requests/new", "departures", "grants", "rules"})
    @Requirement({"73", "51A"})
    void everyScreenIsAccessibleInBothLanguagesAndOnAPhone(String path) {
        for (String language : new String[] {"fr-FR", "en-GB"}) {
            Page window = Browser.signIn(browser.window(portal, 1280, 900, language), portal.demoLogin("ACADEMY"));
            open(window, path);
            String name = "console-" + (path.isEmpty() ? "start" : path.replace('/', '-')) + "-" + language;
            Browser.picture(window, name + "-1280");
            assertThat(Browser.axe(window)).as(name).isEmpty();
            window.setViewportSize(390, 844);
            Browser.picture(window, name + "-390");
            assertThat((Boolean) window.evaluate("document.documentElement.scrollWidth <= 390"))
                    .as("no sideways scrolling at 390 px")
                    .isTrue();
            assertThat(Browser.axe(window)).as(name + " at 390 px").isEmpty();
            window.context().close();
        }
    }

    @Test
    @Requirement({"612C", "621B"})
    void findsAPersonWithHisSourceAndBlocksHisAccountWithUndo() {
        String login = portal.demoLogin("STAFF").username();
        open(page, "people?q=" + login);
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(login));
        row.getByRole(AriaRole.LINK).first().click();
        page.getByText("Identité et sources").first().waitFor();
        Browser.picture(page, "console-person");
        assertThat(Browser.axe(page)).isEmpty();
        page.getByLabel("Motif").first().fill("absence prolongée");
        button("Bloquer le compte").click();
        page.getByText("Le compte est bloqué").first().waitFor();
        button("Annuler").click();
        button("Bloquer le compte").waitFor();
        assertThat(portal.exec("preau:audit-list --json").out()).contains("account.block", "absence prolong");
    }

    @Test
    @Requirement({"611C", "621A", "621D"})
    void asksForAnAccountAndAcceptsIt() {
        open(page, "requests/new");
        field("Prénom").fill("Noé");
        field("Nom").fill("Passager");
        field("Motif").fill("Intervenant musique");
        button("Envoyer la demande").click();
        page.getByText("Noé Passager").first().waitFor();
        Locator accept = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accepter").setExact(true));
        if (accept.count() > 0) {
            accept.first().click();
        }
        open(page, "people?q=Passager");
        page.getByText("noe.passager").first().waitFor();
    }

    @Test
    @Requirement("614B")
    void setsWhoMayWriteToWhomAndTakesItBack() {
        open(page, "rules");
        page.getByText("Fermé", new Page.GetByTextOptions()).first().click();
        button("Appliquer cette règle").click();
        page.getByText("La règle est changée").first().waitFor();
        assertThat(portal.exec("preau:communication-list --json").out()).contains("CLOSED");
        button("Annuler").click();
        page.getByText("Rien n'a été choisi")
                .or(page.getByText("Cette règle vient de plus haut"))
                .first()
                .waitFor();
    }

    @Test
    @Requirement({"54P", "621F"})
    void makesAnRpiBelowADepartment() {
        open(page, "");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fiche"))
                .first()
                .click();
        page.getByText("Rattachements").first().waitFor();
        field("Nom").fill("RPI des Trois Ruisseaux");
        button("Créer").click();
        page.getByText("RPI des Trois Ruisseaux").first().waitFor();
        Browser.picture(page, "console-place");
        assertThat(Browser.axe(page)).isEmpty();
    }

    @Test
    @Requirement("612C")
    void takesTheListAwayAsCsvAndAsSpreadsheet() throws IOException {
        open(page, "people?profile=head");
        Download csv =
                page.waitForDownload(() -> page.getByText("Télécharger en CSV").click());
        assertThat(csv.suggestedFilename()).isEqualTo("personnes.csv");
        assertThat(Files.readString(csv.path()))
                .startsWith("\ufeffNom;Prénom;Profil")
                .contains("Directeur");
        Download ods = page.waitForDownload(
                () -> page.getByText("Télécharger pour un tableur").click());
        assertThat(Files.size(ods.path())).isGreaterThan(500);
    }

    private static void open(Page window, String path) {
        window.navigate("/app/administration" + (path.isEmpty() ? "" : "/" + path));
        Browser.ready(window);
    }

    private static Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }
}
