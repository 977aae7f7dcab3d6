package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
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
        HttpServer service = thirdParty();
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
        Page head = browser.signedIn(portal, portal.demoLogin("HEAD"));
        AdministrationPage.open(head, "Les Tilleuls");
        AdministrationPage.toggle(head, "Annuaire", false);
        pupil.locator("a[href$='/app/people']")
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        AdministrationPage.toggle(head, "Annuaire", true);
        pupil.locator("a[href$='/app/people']").first().waitFor();
        pupil.context().close();
        head.context().close();
    }

    /** A service of somebody else's, with the CAS project's own client. */
    private static HttpServer thirdParty() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        String own = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        Cas30ServiceTicketValidator validator = new Cas30ServiceTicketValidator(portal.url("/sso/cas"));
        server.createContext("/", exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            if (!query.startsWith("ticket=")) {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                portal.url("/sso/cas/login?service=" + URLEncoder.encode(own, StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            String body;
            try {
                String ticket = URLDecoder.decode(query.substring(7), StandardCharsets.UTF_8);
                Assertion user = validator.validate(ticket, own);
                body = "Bonjour " + user.getPrincipal().getName() + " "
                        + user.getPrincipal().getAttributes();
            } catch (Exception e) {
                body = "refused: " + e.getMessage();
            }
            byte[] bytes = ("<!doctype html><title>Atelier</title><p>" + body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
