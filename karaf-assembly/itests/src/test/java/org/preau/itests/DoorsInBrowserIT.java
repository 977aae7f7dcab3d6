package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;
import org.preau.driver.Server;
import org.preau.itests.peer.SimpleSamlPhp;

/** Every door in and out as people see it in a browser: counters, choice of a child's account, consent, "my services", switchboard, integrator's view, catalogue. */
@Tag("chromium")
@Tag("simplesamlphp")
class DoorsInBrowserIT {
    private static final String CHILDREN =
            """
            select distinct s.key from directory.person_source s
              join directory.guardianship g on g.pupil_id = s.person_id
              join directory.account a on a.person_id = g.guardian_id
             where s.feed = 'demo' and s.kind = 'PUPIL' and a.login = '%s' order by 1
            """;

    private static Portal portal;
    private static Browser browser;
    private static SimpleSamlPhp provider;
    private static HttpServer service;

    @BeforeAll
    static void start() throws IOException, SQLException {
        portal = Portal.demo("doors-browser");
        browser = new Browser();
        List<String> children = new Server(portal)
                .column(CHILDREN.formatted(portal.demoLogin("GUARDIAN").username()));
        assertThat(children).hasSizeGreaterThan(1);
        provider = new SimpleSamlPhp()
                .person("family", vouchedFor(children))
                .person("stranger", vouchedFor(List.of("P999999")))
                .start();
        service = ThirdParty.start(portal);
        configure();
    }

    @AfterAll
    static void stop() {
        service.stop(0);
        browser.close();
        portal.close();
        provider.close();
    }

    @Test
    @Requirement({"322A", "322B", "322C", "73"})
    void theSignInPageShowsItsCountersAndSaysWhichIsDown() {
        Page page = browser.window(portal, 1280, 844);
        page.navigate("/signin");
        page.getByText("ÉduConnect").first().waitFor();
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("guichet agent"))
                        .innerText())
                .contains("en panne");
        Screens.lookInBoth(portal, page, "signin", "Se connecter", "Sign in");

        page.locator("input[name=username]").fill("nobody.atall");
        page.locator("input[name=password]").fill("wrong-password-1");
        page.locator("form:has(input[name=password]) button").click();
        page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT).waitFor();
        Screens.look(page, "signin-wrong");
        page.context().close();
    }

    @Test
    @Requirement({"322A", "213", "73"})
    void aFamilyOfTwoChildrenChoosesTheAccountAndAcceptsTheCharter() {
        Page page = browser.window(portal, 1280, 844);
        vouched(page, "family");
        page.locator("button[name=account]").first().waitFor();
        assertThat(page.locator("button[name=account]").count()).isGreaterThan(1);
        Screens.look(page, "educonnect-choice");
        page.locator("button[name=account]").last().click();
        page.locator("h1").first().waitFor();
        if (page.url().contains("/signin/charter")) {
            Screens.lookInBoth(portal, page, "charter", "charte", "Terms of use");
            page.locator("form button[type=submit]").click();
        }
        Browser.ready(page);
        assertThat(page.url()).endsWith("/");
        page.context().close();

        Page stranger = browser.window(portal, 1280, 844);
        vouched(stranger, "stranger");
        stranger.getByText("Aucun compte n’a été créé")
                .or(stranger.getByText("Aucun compte n'a été créé"))
                .waitFor();
        Screens.look(stranger, "educonnect-unknown");
        stranger.context().close();
    }

    @Test
    @Requirement({"3113-5", "73"})
    void aGuardianDecidesForAPupilAndTakesItBack() {
        Page pupil = browser.signedIn(portal, portal.demoLogin("STUDENT"));
        pupil.locator("a[href$='/connect/atelier']").first().click();
        pupil.locator("button[value=ask]").waitFor();
        Screens.lookInBoth(portal, pupil, "consent-pupil", "un parent doit d'abord", "a parent");
        pupil.locator("button[value=ask]").click();
        pupil.getByText("C'est demandé").waitFor();

        Page guardian = browser.signedIn(portal, portal.demoLogin("GUARDIAN"));
        guardian.navigate("/connect/services");
        guardian.getByText("Votre enfant l'a demandé").first().waitFor();
        Screens.lookInBoth(portal, guardian, "services-waiting", "Mes services", "My services");
        guardian.getByText("Voir et répondre").first().click();
        guardian.locator("button[value=give]").waitFor();
        Screens.lookInBoth(portal, guardian, "consent", "demande des informations sur", "about");
        String question = guardian.url();
        guardian.locator("button[value=refuse]").click();
        guardian.getByText("Refusé le").first().waitFor();
        Screens.look(guardian, "consent-refused");
        pupil.navigate("/connect/atelier");
        pupil.getByText("Un parent a dit non").first().waitFor();
        Screens.look(pupil, "consent-pupil-refused");

        guardian.navigate(question);
        guardian.locator("input[value=ENTPersonPrenom]").check();
        guardian.locator("button[value=give]").click();
        guardian.getByText("Recevra à la prochaine connexion").first().waitFor();
        pupil.navigate("/connect/atelier");
        pupil.getByText("ENTPersonPrenom").first().waitFor();
        guardian.navigate("/connect/services");
        guardian.getByText("A reçu une fois").first().waitFor();
        Screens.lookInBoth(portal, guardian, "services-given", "Mes services", "My services");

        guardian.getByText("Reprendre mon accord").first().click();
        guardian.getByText("Accord repris").first().waitFor();
        Screens.look(guardian, "services-withdrawn");
        pupil.navigate("/connect/atelier");
        pupil.locator("h1").first().waitFor();
        assertThat(pupil.url()).contains("/connect/consent/");
        pupil.context().close();
        guardian.context().close();
    }

    @Test
    @Requirement("3113-5")
    void whoSignsInOnTheWayComesBackToTheQuestion() {
        Page page = browser.window(portal, 390, 844);
        page.navigate("/connect/consent/atelier?back=%2Fconnect%2Fatelier");
        page.locator("input[name=username]").fill(portal.demoLogin("TEACHER").username());
        page.locator("input[name=password]").fill(portal.demoLogin("TEACHER").password());
        page.locator("form:has(input[name=password]) button").click();
        page.locator("button[value=give]").waitFor();
        assertThat(page.url()).contains("/connect/consent/atelier");
        page.context().close();
    }

    @Test
    @Requirement({"3112A", "71E", "73"})
    void theSwitchboardEndsOpenPagesOfASchool() {
        Page pupil = browser.signedIn(portal, portal.demoLogin("STUDENT"), 390, 844);
        Page academy = browser.signedIn(portal, portal.demoLogin("ACADEMY"));
        academy.navigate("/app/administration/security");
        Browser.ready(academy);
        Screens.lookInBoth(portal, academy, "switchboard", "Sécurité", "Security");
        Locator sessions = academy.locator(".preau-act").first();
        sessions.getByText("Exercice").first().click();
        academy.getByText("Personne n’a été touché")
                .or(academy.getByText("Personne n'a été touché"))
                .first()
                .waitFor();
        assertThat(pupil.url()).doesNotContain("/signin");

        academy.locator("vaadin-select").nth(1).click();
        academy.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Élève"))
                .first()
                .click();
        sessions.getByText("Fermer les sessions").first().click();
        academy.getByText("Fermer ces sessions ?").waitFor();
        Browser.picture(academy, "doors-switchboard-question-1280");
        academy.getByText("Fermer les sessions").last().click();
        pupil.waitForURL(url -> url.contains("/signin"), new Page.WaitForURLOptions().setTimeout(15_000));
        assertThat(academy.url()).contains("/app/administration");
        pupil.context().close();
        academy.context().close();
    }

    @Test
    @Requirement({"3113-6", "73"})
    void theIntegratorSeesWhatToCopyWhatHappensAndWhatWouldLeave() {
        Page academy = browser.signedIn(portal, portal.demoLogin("ACADEMY"));
        academy.navigate("/connect/integrator");
        academy.getByText("Service par SAML").first().waitFor();
        Screens.lookInBoth(portal, academy, "integrator", "Connecteurs à intégrer", "Connectors to integrate");
        told(academy, "cas_service", "/sso/cas/p3/serviceValidate", "cas:user");
        told(academy, "oidc_service", "/sso/oidc/.well-known/openid-configuration", "sub");
        told(academy, "saml_service", "-----BEGIN CERTIFICATE-----", "NameID");
        told(academy, "lti_service", "/sso/lti/jwks", "https://purl.imsglobal.org/spec/lti/claim/roles");
        academy.context().close();
    }

    @Test
    @Requirement({"3113-6", "73"})
    void theCatalogueIsForEverybody() {
        Page page = browser.window(portal, 1280, 844);
        page.navigate("/connect/catalogue");
        Screens.lookInBoth(portal, page, "catalogue", "Catalogue", "Catalogue");
        page.context().close();
    }

    @Test
    @Requirement({"71E", "73"})
    void aNewDeviceIsNoticedUntilItsOwnerHasAnswered() {
        Portal.Login head = portal.demoLogin("HEAD");
        Page first = browser.signedIn(portal, head);
        Page second = browser.signedIn(portal, head, 390, 844);
        first.reload();
        first.locator(".preau-home-notice").waitFor();
        Screens.look(first, "home-new-device");
        first.locator(".preau-home-notice a").click();
        first.getByText("C'était moi").first().waitFor();
        Screens.lookInBoth(portal, first, "security", "Sécurité de mon compte", "Security of my account");
        Locator fresh = first.locator("form", new Page.LocatorOptions().setHasText("C'était moi"))
                .first();
        fresh.getByText("Déconnecter cet appareil").click();
        second.waitForURL(url -> url.contains("/signin"), new Page.WaitForURLOptions().setTimeout(15_000));
        first.navigate("/");
        Browser.ready(first);
        assertThat(first.url()).doesNotContain("/signin");
        first.context().close();
        second.context().close();
    }

    /** What the integrator copies, and what a fictitious user of the connector would give away in the protocol's own words. */
    private static void told(Page page, String connector, String endpoint, String word) {
        page.navigate("/connect/integrator/" + connector);
        page.getByText(endpoint).first().waitFor();
        Screens.look(page, "integrator-" + connector);
        page.locator("button[name=try]").click();
        page.getByText(word).first().waitFor();
        Screens.look(page, "integrator-" + connector + "-try");
    }

    private static void vouched(Page page, String name) {
        page.navigate("/signin");
        page.locator("a[href^='/signin/educonnect']").click();
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(name);
        page.locator("input[name=password]").press("Enter");
    }

    private static Map<String, List<String>> vouchedFor(List<String> keys) {
        return Map.of(
                "FrEduCtRefId", keys.stream().map(key -> "{AAF}99|1|" + key).toList());
    }

    private static void configure() throws IOException {
        Path etc = portal.home.resolve("etc");
        Files.writeString(
                etc.resolve("org.preau.signin.educonnect.cfg"),
                "metadata.url = " + provider.metadata() + "\nfeeds = demo\n");
        Files.writeString(
                etc.resolve("org.preau.signin.agent.cfg"), "metadata.url = http://127.0.0.1:9/nobody-listens-here\n");
        String address = "http://127.0.0.1:" + service.getAddress().getPort() + "/";
        for (Map.Entry<String, String> connector :
                DoorConnectors.all(address, provider.metadata()).entrySet()) {
            Files.writeString(etc.resolve("org.preau.connector~" + connector.getKey() + ".cfg"), connector.getValue());
        }
        portal.await("the connectors", Duration.ofSeconds(30), () -> portal.json("preau:connector-list --json")
                .toString()
                .contains("lti_service"));
        portal.await("the counter's metadata", Duration.ofSeconds(60), () -> {
            String metadata =
                    new PlainClient(portal).get("/signin/educonnect/metadata").body();
            provider.knows("educonnect", metadata);
            return metadata.contains("SPSSODescriptor");
        });
        portal.await("both counters on the page", Duration.ofSeconds(60), () -> {
            String page = new PlainClient(portal).get("/signin").body();
            return page.contains("href=\"/signin/educonnect") && page.contains("counter-agent");
        });
    }
}
