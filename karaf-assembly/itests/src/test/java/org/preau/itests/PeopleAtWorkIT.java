package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Requirement;
import org.preau.driver.Portal;

/** What people do in a browser, each in a window of his own, on the demonstration schools. */
@Tag("chromium")
class PeopleAtWorkIT {
    private static Portal portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = Portal.demo("people");
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STUDENT", "GUARDIAN", "TEACHER", "HEAD", "STAFF", "INSPECTOR", "ADVISER", "TERRITORY", "ACADEMY"
            })
    @Requirement({"51B", "51J", "73"})
    void everybodyFindsHisHomePageOnALargeAndASmallScreen(String profile) {
        Page page = browser.signedIn(portal, portal.demoLogin(profile));
        assertThat(page.locator("main h1").count()).isEqualTo(1);
        Browser.picture(page, "home-" + profile.toLowerCase() + "-1280");
        assertThat(Browser.axe(page)).isEmpty();
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                .as("no sideways scrolling at 390 px")
                .isTrue();
        Browser.picture(page, "home-" + profile.toLowerCase() + "-390");
        assertThat(Browser.axe(page)).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/news", "/app/people", "/app/administration"})
    @Requirement("73")
    void theApplicationsPagesAreAccessible(String path) {
        Page page = browser.signedIn(portal, portal.demoLogin("HEAD"));
        page.navigate(path);
        Browser.ready(page);
        Browser.picture(page, path.substring(5) + "-1280");
        assertThat(Browser.axe(page)).isEmpty();
        page.setViewportSize(390, 844);
        Browser.picture(page, path.substring(5) + "-390");
        assertThat(Browser.axe(page)).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/signin/local/activate", "/signin/local/forgotten", "/signout", "/sso/nothing"})
    @Requirement("73")
    void thePagesOutsideAreAccessible(String path) {
        Page page = browser.window(portal, 390, 844);
        page.navigate(path);
        Browser.picture(page, "outside" + path.replace('/', '-'));
        assertThat(Browser.axe(page)).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STUDENT", "GUARDIAN", "TEACHER", "HEAD"})
    @Requirement("73")
    void nobodyScrollsSidewaysOnTheSmallestScreenOrAtTwiceTheSize(String profile) {
        Page page = browser.signedIn(portal, portal.demoLogin(profile), 320, 568);
        for (String path : new String[] {"/", "/app/news", "/app/people"}) {
            page.navigate(path);
            Browser.ready(page);
            for (int width : new int[] {320, 640}) {
                page.setViewportSize(width, 450);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s at %s px", path, width)
                        .isLessThanOrEqualTo(width);
            }
            page.setViewportSize(320, 568);
            Browser.picture(page, "320" + path.replace('/', '-') + profile.toLowerCase());
        }
        page.context().close();
    }

    @Test
    @Requirement("73")
    void withoutAMouseFromTheHomePageThroughAnApplicationAndBack() {
        Page page = browser.signedIn(portal, portal.demoLogin("TEACHER"));
        page.keyboard().press("Tab");
        Keys.isOn(page, ".preau-skip");
        Browser.picture(page, "keyboard-skip");
        page.keyboard().press("Enter");
        Keys.isOn(page, "#contenu");

        page.navigate("/");
        Browser.ready(page);
        Keys.tabTo(page, "vaadin-button.preau-switch");
        page.keyboard().press("Enter");
        page.locator(".preau-switch-link[href$='/app/people']").waitFor();
        Browser.picture(page, "keyboard-switcher");
        Keys.tabTo(page, ".preau-switch-link[href$='/app/people']");
        page.keyboard().press("Enter");
        page.waitForURL("**/app/people");
        Browser.ready(page);
        Keys.isOn(page, "#contenu");
        Keys.tabTo(page, "main a[href*='class='], main vaadin-button, main input");
        page.goBack();
        page.getByText("Bonjour ").first().waitFor();
        page.goForward();
        page.waitForURL("**/app/people");
        page.context().close();
    }

    @Test
    void anAddressThatIsNothingSaysSoToPeopleAndToMachines() {
        Page page = browser.signedIn(portal, portal.demoLogin("STUDENT"));
        assertThat(page.navigate("/nowhere").status()).isEqualTo(404);
        page.getByText("Cette page n’existe pas").first().waitFor();
        Browser.picture(page, "nowhere");
        page.context().close();
    }

    @Test
    @Requirement({"54H", "41E"})
    void aTeachersNewsIsReadByHisPupilAndTheGuardian() {
        String title = "Sortie au parc " + System.nanoTime();
        Page teacher = browser.signedIn(portal, portal.demoLogin("TEACHER"));
        teacher.navigate("/app/news");
        teacher.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Écrire une actualité"))
                .or(teacher.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Écrire une actualité")))
                .first()
                .click();
        Browser.ready(teacher);
        NewsForm.write(teacher, "Les Tilleuls", title, "Pensez à vos bottes.");
        Page pupil = browser.signedIn(portal, portal.demoLogin("STUDENT"), 390, 844);
        pupil.navigate("/app/news");
        pupil.getByText(title).first().waitFor();
        Page guardian = browser.signedIn(portal, portal.demoLogin("GUARDIAN"), 390, 844);
        guardian.navigate("/app/news");
        guardian.getByText(title).first().click();
        guardian.getByText("Pensez à vos bottes.").first().waitFor();
        assertThat(Browser.axe(guardian)).isEmpty();
        Browser.picture(guardian, "article-390");
        for (Page page : new Page[] {teacher, pupil, guardian}) {
            page.context().close();
        }
    }

    @Test
    @Requirement("3112A")
    void aRevokedSessionLeavesTheOpenPage() {
        Page page = browser.signedIn(portal, portal.demoLogin("STAFF"));
        assertThat(portal.exec("preau:session-revoke --login "
                                + portal.demoLogin("STAFF").username())
                        .status())
                .isZero();
        page.waitForURL(url -> url.contains("/signin"), new Page.WaitForURLOptions().setTimeout(15_000));
        page.context().close();
    }

    @Test
    @Requirement({"3113-3", "3112A"})
    void aThirdPartyServiceKnowsItsUserByAnOpaqueNameOnly() throws Exception {
        HttpServer service = ThirdParty.start(portal);
        try {
            String address = "http://127.0.0.1:" + service.getAddress().getPort() + "/";
            Files.writeString(
                    portal.home.resolve("etc/org.preau.connector~atelier.cfg"),
                    """
                    name.fr = L’atelier
                    name.en = The workshop
                    category = 3
                    protocol = cas
                    launch.url = %1$s
                    service.urls = %1$s*
                    audience.profiles = *
                    audience.structures = *
                    """
                            .formatted(address));
            portal.await(
                    "the connector is there",
                    Duration.ofSeconds(20),
                    () -> portal.json("preau:connector-list --json").toString().contains("atelier"));
            Page page = browser.signedIn(portal, portal.demoLogin("STUDENT"));
            page.locator("a[href$='/connect/atelier']").first().click();
            page.getByText("Bonjour ").first().waitFor();
            String shown = page.locator("body").innerText();
            assertThat(shown)
                    .contains("National_elv")
                    .doesNotContain(portal.demoLogin("STUDENT").username());
            assertThat(portal.json("preau:audit-list --action connector.release --json")
                            .size())
                    .isPositive();
            page.context().close();
        } finally {
            service.stop(0);
        }
    }

    @Test
    @Requirement({"613A", "57D"})
    void anApplicationSwitchedOffLeavesOpenPagesAtOnce() {
        Page pupil = browser.signedIn(portal, portal.demoLogin("STUDENT"));
        pupil.locator("a[href$='/app/people']").first().waitFor();
        Page reader = browser.signedIn(portal, portal.demoLogin("STUDENT"));
        reader.navigate("/app/people");
        Browser.ready(reader);
        Page head = browser.signedIn(portal, portal.demoLogin("HEAD"));
        AdministrationPage.open(head, "Les Tilleuls");
        AdministrationPage.toggle(head, "Annuaire", false);
        pupil.locator("a[href$='/app/people']")
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        reader.getByText("n’est plus proposée").first().waitFor();
        reader.getByText("Bonjour ").first().waitFor();
        Browser.picture(reader, "switched-off");
        reader.context().close();
        AdministrationPage.toggle(head, "Annuaire", true);
        pupil.locator("a[href$='/app/people']").first().waitFor();
        pupil.context().close();
        head.context().close();
    }
}
