package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** Plugins come, change and go while fifty people and a browser work: nobody notices but those who get them. */
@Tag("chromium")
class HotDeployIT {
    private static final String VIEW = "org.example.hello.HelloView";
    private static Portal portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = Portal.demo("hot-deploy");
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    @Requirement({"510F", "75B-D"})
    void anApplicationComesChangesAndGoesWhileEverybodyWorks() throws Exception {
        Path first = Jars.helloApp("1.0.0");
        Path second = Jars.helloApp("2.0.0");
        try (Crowd crowd = new Crowd(portal, 50)) {
            Page page = browser.signedIn(portal, portal.demoLogin("TEACHER"));
            Map<String, String> before = others();
            String contexts = contextStarts();

            long dropped = System.nanoTime();
            portal.deploy(first, "hello.jar");
            page.locator("a[href$='/app/hello']").first().waitFor();
            Duration toTile = Duration.ofNanos(System.nanoTime() - dropped);
            System.err.println("hello-app was on the open home page " + toTile.toMillis() + " ms after the drop");
            assertThat(toTile).isLessThan(Duration.ofSeconds(20));

            page.navigate("/app/hello");
            page.getByText("version 1.0.0").first().waitFor();
            assertThat(portal.classIsLoaded(VIEW)).isTrue();

            portal.deploy(second, "another-name.jar");
            portal.await("version 2 serves", Duration.ofSeconds(20), () -> portal.json("preau:app-list --json")
                    .toString()
                    .contains("\"version\":\"2.0.0\""));
            portal.await("version 2 is what the browser shows", Duration.ofSeconds(60), () -> {
                page.navigate("/app/hello");
                page.getByText("version 2.0.0").first().waitFor();
                return true;
            });

            portal.undeploy("hello.jar");
            portal.undeploy("another-name.jar");
            portal.await("the tile is gone", Duration.ofSeconds(20), () -> !portal.json("preau:app-list --json")
                    .toString()
                    .contains("\"hello\""));
            portal.await(
                    "the class loader is collected though its view was open",
                    Duration.ofSeconds(40),
                    () -> !portal.classIsLoaded(VIEW));

            portal.await("everybody acted again", Duration.ofSeconds(30), () -> crowd.acts() > 150);
            assertThat(crowd.failures()).isEmpty();
            assertThat(others()).isEqualTo(before);
            assertThat(contextStarts()).isEqualTo(contexts);
            page.navigate("/");
            Browser.ready(page);
        }
    }

    @Test
    void aPluginThatGrabsEveryAddressHarmsNobody() {
        PlainClient teacher = new PlainClient(portal).signIn(portal.demoLogin("HEAD"));
        String contexts = contextStarts();
        portal.deploy(Jars.badPlugin(), "bad.jar");
        portal.await("the refusal is in the log", Duration.ofSeconds(20), () -> portal.log()
                .contains("org.example.bad"));
        HttpResponse<String> home = teacher.get("/", "Accept", "text/html");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).doesNotContain("grabbed");
        assertThat(new PlainClient(portal).get("/signin").body()).doesNotContain("grabbed");
        assertThat(contextStarts()).isEqualTo(contexts);
        portal.undeploy("bad.jar");
    }

    @Test
    @Requirement("75B-D")
    void whileTheShellItselfIsChangedOpenPagesWaitAndComeBackByThemselves() {
        Page page = browser.signedIn(portal, portal.demoLogin("GUARDIAN"));
        page.evaluate("window.before = true");
        String contexts = contextStarts();
        for (String act : new String[] {"stop", "start"}) {
            assertThat(portal.exec("preau:bundle-" + act + " org.preau.core.shell")
                            .status())
                    .isZero();
        }
        page.waitForFunction("!window.before", null, new Page.WaitForFunctionOptions().setTimeout(60_000));
        Browser.ready(page);
        page.getByText("Bonjour ").first().waitFor();
        assertThat(page.url()).doesNotContain("/signin");
        assertThat(contextStarts()).isEqualTo(contexts);
        page.context().close();
    }

    /** State, stops and refreshes of every bundle but the plugin's. */
    private static Map<String, String> others() {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode bundle : portal.json("preau:bundle-list --json")) {
            String name = bundle.get("name").asText();
            if (!name.startsWith("org.example") && !name.contains("hello")) {
                states.put(
                        name + " " + bundle.get("version").asText(),
                        bundle.get("state").asText() + " " + bundle.get("stops") + " " + bundle.get("refreshes"));
            }
        }
        return states;
    }

    /** How often the HTTP context has started and when last, as the portal measures it: any restart, of the portal's part too, changes it. */
    private static String contextStarts() {
        String starts = new PlainClient(portal)
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("preau_http_context_start"))
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(starts).contains("preau_http_context_starts_total 1", "preau_http_context_started_seconds 1");
        return starts;
    }
}
