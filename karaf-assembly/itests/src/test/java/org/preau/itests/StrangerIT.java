package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.preau.driver.Portal;

/**
 * Somebody who has never seen the portal: an empty folder, the distribution, Maven with an empty repository, and the two tutorials, whose code blocks are run as they stand. The network is needed for Maven's own
 * plugins.
 */
@Tag("chromium")
@Tag("stranger")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrangerIT {
    private static final Path PAGES = Portal.root().resolve("docs/integrator/en");

    private static Portal portal;
    private static Path folder;
    private static Browser browser;
    private static HttpServer service;
    private static Map<String, String> environment;
    private static long begun;

    @BeforeAll
    static void empty() throws IOException {
        Path work = Path.of(System.getProperty("preau.work"));
        folder = work.resolve("stranger");
        Portal.run(
                List.of(
                        "rm",
                        "-rf",
                        folder.toString(),
                        work.resolve("stranger-tools").toString()),
                Map.of());
        portal = Portal.at("stranger/portal");
        Files.delete(portal.home);
        environment = environment(work.resolve("stranger-tools"));
        service = ThirdParty.start(portal);
        browser = new Browser();
        begun = System.nanoTime();
    }

    @AfterAll
    static void end() {
        System.err.printf("the stranger was done after %.0f s%n", (System.nanoTime() - begun) / 1e9);
        browser.close();
        service.stop(0);
        portal.close();
    }

    /** The distribution unpacked, its {@code bin} in the path; a home folder of the stranger's own, hence an empty Maven repository. */
    private static Map<String, String> environment(Path tools) throws IOException {
        Path home = Files.createDirectories(tools.resolve("home/.m2")).getParent();
        Path archives = Portal.root().resolve("karaf-assembly/distribution/target");
        try (Stream<Path> files = Files.list(archives)) {
            Path archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no distribution in " + archives));
            Portal.Result unpacked = Portal.run(
                    List.of("tar", "-xzf", archive.toString(), "--strip-components=1", "-C", tools.toString()),
                    Map.of());
            assertThat(unpacked.status()).as(unpacked.err()).isZero();
        }
        Path settings = Path.of(System.getProperty("user.home"), ".m2/settings.xml");
        if (Files.exists(settings)) {
            Files.copy(settings, home.resolve(".m2/settings.xml"));
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("MAVEN_OPTS", "-Duser.home=" + home);
        environment.put("PATH", tools.resolve("bin") + ":" + System.getenv("PATH"));
        return environment;
    }

    private static Tutorial tutorial(String page) {
        return new Tutorial(
                PAGES.resolve(page),
                folder,
                environment,
                Map.of(
                        "8080",
                        String.valueOf(portal.port),
                        "9000",
                        String.valueOf(service.getAddress().getPort())));
    }

    private static String version(String list, String id) {
        for (JsonNode row : portal.json(list + " --json")) {
            if (row.path("id").asText().equals(id) && row.path("state").asText().equals("active")) {
                return row.path("version").asText(row.toString());
            }
        }
        return "";
    }

    @Test
    @Order(1)
    void aConnectorInTenMinutes() {
        Tutorial tutorial = tutorial("connector.md");
        tutorial.until("deploy");
        portal.await("demonstration accounts", Duration.ofMinutes(2), () -> Files.exists(portal.demoAccounts()));
        portal.await("it is there", Duration.ofSeconds(60), () -> !version("preau:connector-list", "lecture")
                .isEmpty());
        tutorial.until("settings");
        for (String profile : List.of("STUDENT", "TEACHER")) {
            Page page = browser.signedIn(portal, portal.demoLogin(profile));
            portal.await("the service knows " + profile, Duration.ofSeconds(30), () -> {
                page.navigate("/connect/lecture");
                return page.content().contains("Bonjour ");
            });
            assertThat(page.content())
                    .contains("ENTPersonProfils")
                    .doesNotContain("ENTPersonNom")
                    .doesNotContain(portal.demoLogin(profile).username());
            page.context().close();
        }
        tutorial.until("trust");
        Page open = browser.signedIn(portal, portal.demoLogin("STUDENT"));
        open.locator("a[href$='/connect/lecture']").first().waitFor();
        tutorial.until("update");
        portal.await("version 1.1 serves", Duration.ofSeconds(60), () -> portal.json("preau:bundle-list --json")
                .toString()
                .contains("\"lecture\",\"version\":\"1.1.0\""));
        tutorial.until("remove");
        open.waitForFunction("!document.querySelector(\"a[href$='/connect/lecture']\")");
        open.context().close();
    }

    @Test
    @Order(2)
    void anApplicationInAnHour() {
        Tutorial tutorial = tutorial("application.md");
        tutorial.until("deploy");
        portal.await("it is there", Duration.ofSeconds(60), () -> version("preau:app-list", "panneau")
                .equals("1.0.0"));
        Page pupil = browser.signedIn(portal, portal.demoLogin("STUDENT"));
        pupil.navigate("/app/panneau");
        Browser.ready(pupil);
        Page teacher = browser.signedIn(portal, portal.demoLogin("TEACHER"));
        teacher.navigate("/app/panneau");
        teacher.getByLabel("Annonce").first().fill("Kermesse samedi");
        teacher.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Afficher"))
                .click();
        pupil.getByText("Kermesse samedi").first().waitFor();
        assertThat(Browser.axe(teacher)).isEmpty();
        Browser.picture(teacher, "stranger-panneau");

        pupil.evaluate("window.before = true");
        tutorial.until("update");
        portal.await("version 1.1 serves", Duration.ofSeconds(60), () -> version("preau:app-list", "panneau")
                .equals("1.1.0"));
        pupil.getByText("Kermesse samedi").first().waitFor();
        assertThat(pupil.evaluate("window.before")).isEqualTo(true);

        tutorial.until("remove");
        pupil.navigate("/");
        Browser.ready(pupil);
        pupil.waitForFunction("!document.querySelector(\"a[href$='/app/panneau']\")");
    }
}
