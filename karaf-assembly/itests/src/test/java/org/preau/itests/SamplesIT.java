package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.preau.driver.Portal;

/** Every sample of the SDK, built outside the reactor as a stranger does, put into one portal and used; {@code -Dpreau.write=true} keeps the pictures of their READMEs. */
@Tag("chromium")
@Tag("samples")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SamplesIT {
    private static final List<String> BUNDLES = List.of(
            "abacus-app",
            "academy-theme",
            "badge-counter",
            "cas-connector",
            "extras-app",
            "hello-app",
            "hello-connector",
            "lti-connector",
            "notes-app",
            "oidc-connector",
            "saml-connector",
            "staff-feed");
    /** Connectors that come as bundles, one of each category and protocol, by their samples. */
    private static final Map<String, String> CONNECTORS = Map.of(
            "hello", "hello-connector",
            "library", "saml-connector",
            "lecture", "cas-connector",
            "reading", "lti-connector",
            "workshop", "oidc-connector");

    private static final int FILES = 17;
    private static final String WORD = "word-of-the-samples";
    private static final int LARGEST_PICTURE = 60_000;

    private static Portal portal;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        portal = Portal.demo("samples");
        browser = new Browser();
        Files.writeString(portal.home.resolve("etc/org.example.badge.cfg"), "word = " + WORD + "\n");
        for (String sample : BUNDLES) {
            Path copy = portal.home.resolveSibling("samples-built").resolve(sample);
            Plugins.copySample(sample, copy);
            MavenRun.in(copy).run("package");
            portal.deploy(Plugins.jar(copy), sample + ".jar");
        }
        try (Stream<Path> files = Files.list(Plugins.samples().resolve("connector-files"))) {
            for (Path file : files.toList()) {
                if (file.toString().matches(".*\\.(cfg|xml)")) {
                    Files.copy(file, portal.home.resolve("etc").resolve(file.getFileName()));
                }
            }
        }
        portal.await(
                "all samples serve",
                Duration.ofSeconds(60),
                () -> portal.json("preau:app-list --json").toString().contains("\"notes-app\"")
                        && portal.json("preau:app-list --json").toString().contains("\"extras-app\"")
                        && connectors().size() == FILES + CONNECTORS.size());
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    private static Map<String, String> connectors() {
        Map<String, String> states = new HashMap<>();
        for (JsonNode connector : portal.json("preau:connector-list --json")) {
            String id = connector.path("id").asText();
            if (id.startsWith("sample_") || CONNECTORS.containsKey(id)) {
                states.put(id, connector.path("state").asText() + connector.path("problems"));
            }
        }
        return states;
    }

    @Test
    void everyConnectorFileAndBundleIsActive() throws IOException {
        assertThat(connectors())
                .hasSize(FILES + CONNECTORS.size())
                .allSatisfy((id, state) -> assertThat(state).as(id).startsWith("active"));
        Page page = browser.signedIn(portal, portal.demoLogin("TEACHER"), 720, 520);
        Locator tile = page.locator("a[href$='/connect/sample_3_cas']").first();
        tile.scrollIntoViewIfNeeded();
        keep(page, "connector-files");
        for (Map.Entry<String, String> connector : CONNECTORS.entrySet()) {
            Locator one = page.locator("a[href$='/connect/" + connector.getKey() + "']")
                    .first();
            one.scrollIntoViewIfNeeded();
            one.focus();
            keep(page, connector.getValue());
        }
        page.context().close();
    }

    @Test
    void aNamedServiceAsksBeforeAnythingLeaves() throws IOException {
        Page page = browser.signedIn(portal, portal.demoLogin("TEACHER"), 720, 520);
        page.navigate("/connect/consent/workshop");
        page.getByText("Signer vos textes de votre nom").first().waitFor();
        assertThat(page.locator("input[type=checkbox]:checked").count()).isZero();
        keep(page, "oidc-connector");
        page.context().close();
    }

    @Test
    void theSmallestApplicationGreets() throws IOException {
        Page page = browser.signedIn(portal, portal.demoLogin("STUDENT"), 900, 640);
        page.navigate("/app/hello");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Saluer"))
                .click();
        page.getByText("Vous avez salué 1 fois.").first().waitFor();
        keep(page, "hello-app");
        page.context().close();
    }

    @Test
    void whatGoesRoundAnApplicationIsThere() throws IOException {
        Page page = browser.signedIn(portal, portal.demoLogin("STUDENT"), 900, 640);
        page.navigate("/app/extras-app");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dire bonjour"))
                .click();
        page.getByText("aujourd’hui : 1").first().waitFor();
        assertThat(Browser.axe(page)).isEmpty();
        keep(page, "extras-app");
        page.navigate("/help?topic=extras-app-greeting");
        page.getByText("Le total repart de zéro").first().waitFor();
        assertThat(portal.json("preau:greetings-list --json")).hasSize(1);
        assertThat(portal.exec("preau:health --json").out()).contains("extras-app");
        page.context().close();
    }

    @Test
    void aNoteWithAFileIsOnAnOpenPageOfTheSchoolAtOnce() throws IOException {
        Page reader = browser.signedIn(portal, portal.demoLogin("STUDENT"), 900, 640);
        reader.navigate("/app/notes-app");
        reader.getByText("Rien sur le mur").waitFor();
        assertThat(reader.locator("vaadin-upload").count()).isZero();
        Page writer = browser.signedIn(portal, portal.demoLogin("TEACHER"), 900, 640);
        writer.navigate("/app/notes-app");
        writer.getByLabel("Votre note").fill("Sortie au musée jeudi, prenez un pique-nique.");
        writer.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload("plan.txt", "text/plain", "Rue du Musée".getBytes(StandardCharsets.UTF_8)));
        writer.locator("vaadin-upload-file[complete]").waitFor();
        writer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Afficher"))
                .click();
        reader.getByText("Sortie au musée").first().waitFor();
        reader.getByText("plan.txt").first().waitFor();
        assertThat(Browser.axe(writer)).isEmpty();
        keep(writer, "notes-app");
        reader.navigate("/search?q=musee%20jeudi");
        reader.getByText("Sortie au musée").first().waitFor();
        // Whether the note is told now or on Monday depends on the day: the publication hours decide.
        reader.navigate("/notifications");
        reader.getByText("Mur de notes").first().waitFor();
        reader.context().close();
        writer.context().close();
    }

    @Test
    void theBrowserComponentTalksToTheServer() throws IOException {
        Page page = browser.signedIn(portal, portal.demoLogin("STUDENT"), 900, 640);
        page.navigate("/app/abacus-app");
        Locator more = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter une perle"));
        more.click();
        more.click();
        more.click();
        page.getByText("Cela fait 3.").waitFor();
        assertThat(Browser.axe(page)).isEmpty();
        keep(page, "abacus-app");
        page.context().close();
    }

    @Test
    void whoKnowsTheWordEntersByBadge() throws IOException {
        Page page = browser.window(portal, 900, 640);
        page.navigate("/signin");
        page.locator("input[name=word]").scrollIntoViewIfNeeded();
        keep(page, "badge-counter");
        page.locator("input[name=badge]").fill(portal.demoLogin("TEACHER").username());
        page.locator("input[name=word]").fill("another-word-of-nobody");
        page.locator("form:has(input[name=badge]) button[type=submit]").click();
        page.getByText("Identifiant ou mot inconnu.").waitFor();
        page.locator("input[name=badge]").fill(portal.demoLogin("TEACHER").username());
        page.locator("input[name=word]").fill(WORD);
        page.locator("form:has(input[name=badge]) button[type=submit]").click();
        Browser.ready(page);
        page.context().close();
    }

    @Test
    void aTableOfTheCommuneIsChecked() throws IOException {
        Path table = Plugins.samples().resolve("staff-feed/sample.csv");
        Portal.Result checked = portal.exec("preau:feed-check staff-csv '" + table + "' --academy 24");
        assertThat(checked.out() + checked.err()).contains("Staff").doesNotContain("bad-");
        assertThat(checked.status()).isZero();
        Page page = browser.signedIn(portal, portal.demoLogin("ACADEMY"), 720, 520);
        page.navigate("/app/feeds");
        page.getByText("Agents de la commune").first().waitFor();
        keep(page, "staff-feed");
        page.context().close();
    }

    @Test
    void shortMessagesGoByTheProviderOfTheOperatorsFile() throws IOException {
        List<String> posted = new CopyOnWriteArrayList<>();
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            posted.add(exchange.getRequestHeaders().getFirst("X-Api-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        provider.start();
        try {
            Files.writeString(
                    portal.home.resolve("etc/org.preau.core.sms.cfg"),
                    "url = http://127.0.0.1:" + provider.getAddress().getPort() + "/\n"
                            + ".header.X-Api-Key = key-of-the-provider\n"
                            + "from = Preau\n"
                            + "body = {\"recipient\":\"{to}\",\"content\":\"{text}\"}\n");
            portal.await(
                    "a trial message goes",
                    Duration.ofSeconds(30),
                    () -> portal.exec("preau:sms-send +33612345678 --text Essai")
                                    .status()
                            == 0);
            assertThat(posted)
                    .containsExactly("key-of-the-provider {\"recipient\":\"+33612345678\",\"content\":\"Essai\"}");
            givesItsTelephone(posted);
        } finally {
            Files.delete(portal.home.resolve("etc/org.preau.core.sms.cfg"));
            provider.stop(0);
        }
    }

    private static void givesItsTelephone(List<String> posted) {
        Page page = browser.signedIn(portal, portal.demoLogin("GUARDIAN"), 390, 740);
        page.navigate("/account/telephone");
        page.getByLabel("Votre numéro de mobile").fill("06 98 76 54 32");
        assertThat(Browser.axe(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recevoir un code"))
                .click();
        page.getByText("Numéro qui finit par 32").first().waitFor();
        portal.await("the code was sent", Duration.ofSeconds(60), () -> posted.size() > 1);
        String message = posted.get(posted.size() - 1);
        assertThat(message).contains("+33698765432");
        page.getByLabel("Code reçu par SMS").fill(message.replaceAll(".*?: (\\d{6})\\D.*", "$1"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirmer"))
                .click();
        page.getByText("Vous recevrez par SMS ce qui est urgent.").first().waitFor();
        assertThat(Browser.axe(page)).isEmpty();
        Browser.picture(page, "telephone");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Oublier ce numéro"))
                .click();
        page.getByLabel("Votre numéro de mobile").waitFor();
        page.context().close();
    }

    @Test
    void theThemeIsLegibleAndColoursThePages() throws IOException {
        JsonNode themes = portal.json("preau:theme-list --json");
        assertThat(themes).anySatisfy(theme -> {
            assertThat(theme.path("id").asText()).isEqualTo("walnut");
            assertThat(theme.path("state").asText()).as(theme.toString()).isEqualTo("good");
        });
        Path charter = portal.home.resolve("etc/org.preau.core.pages.cfg");
        String before = Files.exists(charter) ? Files.readString(charter) : "";
        Files.writeString(charter, before + "\ntheme = walnut\n");
        Page page = browser.window(portal, 900, 640);
        portal.await("the sign-in page is brown", Duration.ofSeconds(30), () -> {
            page.navigate("/signin");
            return page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--preau-accent-base')")
                    .toString()
                    .strip()
                    .equals("#6b3d14");
        });
        keep(page, "academy-theme");
        page.context().close();
        Files.writeString(charter, before + "\n");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aPictureIsBesideEveryReadme() throws IOException {
        for (String sample : BUNDLES) {
            assertThat(Plugins.samples().resolve(sample + "/picture.png"))
                    .exists()
                    .satisfies(picture -> assertThat(Files.size(picture)).isLessThan(LARGEST_PICTURE));
        }
    }

    private static void keep(Page page, String sample) throws IOException {
        Browser.picture(page, "sample-" + sample);
        if (Boolean.getBoolean("preau.write")) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Plugins.samples().resolve(sample + "/picture.png")));
        }
    }
}
