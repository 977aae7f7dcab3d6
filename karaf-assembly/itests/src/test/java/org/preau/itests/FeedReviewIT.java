package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.preau.api.base.Requirement;
import org.preau.driver.Portal;
import org.preau.driver.Server;

/** An archive on hold is reviewed, accepted and undone by the academy; a head prepares the year of his school. One portal, in this order. */
@Tag("chromium")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedReviewIT {
    private static final Path ARCHIVES = Portal.root().resolve("bundles/feeds/aaf/src/test/resources/archives");
    private static final String SCHOOL = "0939203Y";
    private static final String PASSWORD = "Trois-mots-solides-42";
    private static Portal portal;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        portal = Portal.empty("review");
        browser = new Browser();
        assertThat(feed("feed-apply", "baseline")).isZero();
        account("olga.petit", "ACADEMY", "24", "Olga", "Petit");
        account("henri.blanc", "HEAD", SCHOOL, "Henri", "Blanc");
        assertThat(feed("feed-apply", "mass-departure")).isEqualTo(3);
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    @Order(1)
    @Requirement({"612A", "73"})
    void theArchiveOnHoldIsUnderstoodAtOnce() {
        Page page = signedIn("olga.petit");
        page.navigate("/app/feeds");
        Browser.ready(page);
        looked(page, "feeds-list");
        open(page);
        page.getByText("vérifiez avant d'accepter").first().waitFor();
        looked(page, "feeds-review");
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Voir"))
                .first()
                .click();
        page.locator("h4").first().waitFor();
        looked(page, "feeds-samples");
        page.context().close();
    }

    @Test
    @Order(2)
    @Requirement({"612A", "44D"})
    void theAcademyAcceptsAndGoesBack() {
        Page page = signedIn("olga.petit");
        page.navigate("/app/feeds");
        Browser.ready(page);
        open(page);
        page.getByText("vérifiez avant d'accepter").first().waitFor();
        page.locator("vaadin-checkbox").first().click();
        button(page, "Accepter ces départs et appliquer").click();
        page.getByText("Revenir à l'état d'avant").first().waitFor();
        looked(page, "feeds-applied");
        page.getByText("Revenir à l'état d'avant").first().click();
        page.getByText("sera annulée").first().waitFor();
        looked(page, "feeds-restore");
        button(page, "Revenir à l'état d'avant").click();
        portal.await(
                "the directory is what it was before",
                Duration.ofSeconds(60),
                () -> portal.json("preau:directory-totals --uai " + SCHOOL + " --json")
                                .get("pupils")
                                .asInt()
                        == 95);
        page.context().close();
    }

    @Test
    @Order(3)
    @Requirement({"612A", "621C", "73"})
    void aHeadPreparesTheYearOfHisSchool() {
        Page page = signedIn("henri.blanc");
        page.navigate("/app/rentree");
        Browser.ready(page);
        page.getByText("Classes de l'année").first().waitFor();
        looked(page, "rentree-steps");
        page.getByText("Classes de l'année").first().click();
        button(page, "Ce sont bien les classes de l'année").click();
        button(page, "Vérifier à nouveau").waitFor();
        looked(page, "rentree-classes");
        String address = page.url().replace("/classes", "");
        page.navigate(address + "/teachers");
        page.locator("vaadin-select").first().click();
        page.locator("vaadin-select-overlay[opened] vaadin-select-item").first().click();
        page.getByText("enseigne maintenant").first().waitFor();
        looked(page, "rentree-teachers");
        for (String step : new String[] {"duplicates", "delegates", "sheets", "missing"}) {
            page.navigate(address + "/" + step);
            Browser.ready(page);
            looked(page, "rentree-" + step);
        }
        page.context().close();
    }

    /** A teacher of the archive who was given a local account before it came: twice, so that one pair is merged and one set apart. */
    @Test
    @Order(4)
    @Requirement({"612A", "621C", "73"})
    void aHeadMergesWhoIsThereTwiceTakesItBackAndSetsOthersApart() throws Exception {
        twin("julie.double", "Julie", "Blanc", "50000000");
        twin("marie.double", "Marie-Laure", "Carpentier", "50000001");
        assertThat(portal.exec("preau:duplicate-find").status()).isZero();
        String address = "/app/rentree/school/" + structure() + "/duplicates";
        Page page = signedIn("henri.blanc");
        page.navigate(address);
        Browser.ready(page);
        Browser.picture(page, "duplicates");
        Locator julie = pair(page, "julie.double");
        julie.waitFor();
        assertThat(julie.textContent())
                .contains("Ressemblance 85", "mêmes nom et prénom", "même date de naissance", "école commune");
        looked(page, "duplicates");
        Page english =
                Browser.signIn(browser.window(portal, 1280, 900, "en-GB"), new Portal.Login("henri.blanc", PASSWORD));
        english.navigate(address);
        Browser.ready(english);
        english.locator(".rentree-pair").first().waitFor();
        looked(english, "duplicates-en");
        english.context().close();

        press(julie, "C'est la même personne");
        Locator anyway = julie.getByText("Réunir quand même");
        anyway.or(page.getByText("sont réunies")).first().waitFor();
        if (anyway.count() > 0) {
            looked(page, "duplicates-losses");
            anyway.click();
        }
        page.getByText("sont réunies").first().waitFor();
        assertThat(merges()).isEqualTo(1);
        button(page, "Annuler").click();
        portal.await("taken back", Duration.ofSeconds(20), () -> merges() == 0);

        page.navigate(address);
        Browser.ready(page);
        press(pair(page, "marie.double"), "Ce sont deux personnes");
        page.getByText("restent deux personnes").first().waitFor();
        button(page, "Annuler").click();
        pair(page, "marie.double").waitFor();
        press(pair(page, "marie.double"), "Ce sont deux personnes");
        page.getByText("restent deux personnes").first().waitFor();
        pair(page, "marie.double").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        looked(page, "duplicates-decided");
        page.context().close();
        assertThat(portal.exec("preau:audit-list --json").out())
                .contains("person.merge", "person.merge-undo", "person.apart");
    }

    private static Locator pair(Page page, String name) {
        return page.locator(".rentree-pair", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    private static void press(Locator within, String name) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** A local account of somebody whom the archive brings too, born on the same day. */
    private static void twin(String login, String firstName, String lastName, String key) throws Exception {
        account(login, "TEACHER", SCHOOL, firstName, lastName);
        int told = new Server(portal)
                .update("update directory.person p set birth_date = o.birth_date"
                        + " from directory.account a, directory.person_source s join directory.person o on o.id = s.person_id"
                        + " where a.person_id = p.id and a.login = '" + login + "' and s.key = '" + key + "'");
        assertThat(told).isEqualTo(1);
    }

    private static String structure() throws Exception {
        return new Server(portal)
                .column("select id from directory.structure where code = '" + SCHOOL + "'")
                .get(0);
    }

    /** How many merges stand. */
    private static long merges() throws Exception {
        return new Server(portal).count("select count(*) from directory.merge where undone_at is null");
    }

    @Test
    @Order(5)
    @Requirement({"612A", "73"})
    void theAcademySeesHowFarEverySchoolIs() {
        Page page = signedIn("olga.petit");
        portal.await("readiness was computed", Duration.ofSeconds(90), () -> {
            page.navigate("/app/rentree");
            Browser.ready(page);
            return page.locator("tbody tr").count() > 1;
        });
        looked(page, "rentree-cockpit");
        page.locator("thead button").first().click();
        page.locator("th[aria-sort=ascending]").first().waitFor();
        page.locator("tbody a").first().click();
        page.getByText("Toutes les écoles").first().waitFor();
        page.context().close();
    }

    @Test
    @Order(6)
    @Requirement("73")
    void theSamePagesAreAccessibleInEnglish() {
        Page page = signedIn("olga.petit");
        page.context().setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
        for (String path : new String[] {"/app/feeds", "/app/rentree"}) {
            page.navigate(path);
            Browser.ready(page);
            looked(page, path.substring(5) + "-en");
        }
        page.context().close();
    }

    /** A picture and axe's opinion on a large and a small screen. */
    private static void looked(Page page, String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            Browser.picture(page, name + "-" + width);
            assertThat(Browser.axe(page)).as(name + " at " + width).isEmpty();
        }
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                .as("no sideways scrolling at 390 px")
                .isTrue();
        page.setViewportSize(1280, 900);
    }

    private static void open(Page page) {
        page.locator("a[href*='/app/feeds/archive/']").first().click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Page signedIn(String login) {
        return browser.signedIn(portal, new Portal.Login(login, PASSWORD));
    }

    private static int feed(String command, String archive) {
        try (var files = Files.list(ARCHIVES.resolve(archive))) {
            Path tgz = files.filter(each -> each.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow();
            return portal.exec("preau:" + command + " aaf " + tgz + " --academy 24 --json")
                    .status();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void account(String login, String profile, String code, String firstName, String lastName)
            throws IOException {
        Path password = Files.writeString(portal.home.resolve("password"), PASSWORD + "\n");
        Portal.Result made = portal.exec("preau:account-create " + login + " --profile " + profile + " --uai " + code
                + " --first-name " + firstName + " --last-name " + lastName + " --password-file " + password
                + " --active");
        assertThat(made.status()).as(made.toString()).isZero();
    }
}
