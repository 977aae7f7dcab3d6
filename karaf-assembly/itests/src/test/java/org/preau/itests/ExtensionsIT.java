package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.preau.driver.Portal;
import org.preau.driver.Server;
import org.preau.itests.extension.NotesJar;

/** The life of an extension that keeps data, from its upload to the erasure of what it left, as an administrator of the academy lives it. */
@Tag("chromium")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtensionsIT {
    private static final String ID = "org.example.notes";
    private static Portal portal;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() {
        portal = Portal.demo("extensions");
        NotesJar.trust(portal.home);
        browser = new Browser();
        page = browser.signedIn(portal, portal.demoLogin("ACADEMY"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    @Order(1)
    void anUnsignedUploadIsRefusedWithTheReason() {
        open("");
        page.getByText("Rien n’est installé en plus").first().waitFor();
        checked("extensions-empty");
        upload(NotesJar.version("1.0.0").file());
        page.getByText("Carnet de notes ne peut pas être installée").first().waitFor();
        page.getByText("il n’est pas signé").first().waitFor();
        assertThat(button("Installer").count()).isZero();
        checked("extensions-refused");
        button("Ne pas installer").click();
        assertThat(states()).isEmpty();
    }

    @Test
    @Order(2)
    void aSignedUploadIsShownFirstAndInstalledOnAgreement() throws Exception {
        upload(NotesJar.version("1.0.0").signed());
        page.getByText("Vous allez installer Carnet de notes").first().waitFor();
        page.getByText("✓ signée par Atelier du Preau").first().waitFor();
        page.getByText("garder des données dans un schéma à elle").first().waitFor();
        checked("extensions-review");
        button("Installer").click();
        page.getByText("Carnet de notes 1.0.0 est installée").first().waitFor();
        assertThat(states()).containsExactly("1.0.0 RUNNING TRUSTED UPLOAD");
        assertThat(notes()).isEqualTo(1);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Carnet de notes"))
                .first()
                .click();
        page.getByText("En service : tout ce qu’elle contient est prêt").first().waitFor();
        page.getByText("Données : schéma notes").first().waitFor();
        button("Mesurer la mémoire").click();
        page.getByText("classes à elle").first().waitFor();
        checked("extensions-one");
    }

    @Test
    @Order(3)
    void anUpdateThatDoesNotBecomeReadyGoesBackAndSaysWhy() {
        open("");
        upload(NotesJar.version("2.0.0").script("V2__bad.sql", "this is no sql").signed());
        button("Mettre à jour").click();
        page.getByText("la version 1.0.0 est revenue").first().waitFor();
        page.getByText("son schéma notes ne peut pas être mis à jour").first().waitFor();
        assertThat(states()).containsExactly("1.0.0 RUNNING TRUSTED UPLOAD");

        portal.deploy(NotesJar.version("2.1.0").broken().file(), "their-own-name.jar");
        portal.await("the file is named with the reason", Duration.ofSeconds(40), () -> portal.exec("preau:deploy-list")
                .out()
                .contains("no ink left"));
        page.reload();
        page.getByText("their-own-name.jar").first().waitFor();
        page.getByText("no ink left").first().waitFor();
        checked("extensions-problem");
        assertThat(states()).containsExactly("1.0.0 RUNNING TRUSTED UPLOAD");
        portal.undeploy("their-own-name.jar");
    }

    @Test
    @Order(4)
    void commandsUpdateFromFileAndCatalogueAndSayWhichApiIsMissing() throws Exception {
        Path late = NotesJar.version("3.0.0").against("[2.0,3)").signed();
        Portal.Result refused = portal.exec("preau:extension-install " + late);
        assertThat(refused.status()).isNotZero();
        assertThat(refused.toString())
                .contains("org.preau.api.persistence", "built against API 2.0", "this portal has 1.");

        Path good = NotesJar.version("2.2.0")
                .script("V2__more.sql", "alter table notes.note add column colour text")
                .signed();
        assertThat(portal.json("preau:extension-install --json " + good)
                        .get("version")
                        .asText())
                .isEqualTo("2.2.0");
        assertThat(notes()).isEqualTo(1);

        Path offered = NotesJar.version("2.3.0").signed();
        catalogue(offered, "0".repeat(64));
        assertThat(portal.exec("preau:extension-install " + ID).toString()).contains("Nothing was installed");
        catalogue(
                offered,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(offered))));
        assertThat(portal.exec("preau:extension-install " + ID).status()).isZero();
        assertThat(states()).containsExactly("2.3.0 RUNNING TRUSTED CATALOGUE");
        assertThat(portal.json("preau:extension-show --json --measure " + ID)
                        .get("history")
                        .size())
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    @Order(5)
    void takingItAwayKeepsItsDataUntilTheyAreErased() throws Exception {
        takeAway();
        button("Annuler").click();
        page.getByText("Carnet de notes est de retour").first().waitFor();
        assertThat(states()).containsExactly("2.3.0 RUNNING TRUSTED RESTORED");

        takeAway();
        page.getByText("Données conservées").first().waitFor();
        assertThat(states()).isEmpty();
        assertThat(notes()).isEqualTo(1);
        checked("extensions-kept");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Effacer les données de Carnet de notes"))
                .first()
                .click();
        page.getByText("Une sauvegarde seule permettrait").first().waitFor();
        button("Effacer définitivement").click();
        page.getByText("Les données de Carnet de notes sont effacées").first().waitFor();
        assertThat(new Server(portal).count("select count(*) from pg_namespace where nspname = 'notes'"))
                .isZero();
        assertThat(portal.json("preau:extension-list --kept --json")).isEmpty();
        assertThat(portal.exec("preau:audit-list --action extension. --json").out())
                .contains(
                        "extension.install",
                        "extension.update",
                        "extension.return",
                        "extension.remove",
                        "extension.erase");
    }

    @Test
    @Order(6)
    void nobodyElseSeesThePage() {
        Page head = browser.signedIn(portal, portal.demoLogin("HEAD"));
        head.navigate("/app/extensions");
        Browser.ready(head);
        assertThat(head.locator("vaadin-upload").count()).isZero();
        assertThat(head.getByText("Livrées avec le portail").count()).isZero();
        head.context().close();
    }

    private static void takeAway() {
        open("/extension/" + ID);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Retirer").setExact(true))
                .click();
        page.getByText("Carnet de notes est retirée").first().waitFor();
    }

    private static void open(String path) {
        page.navigate("/app/extensions" + path);
        Browser.ready(page);
    }

    private static void upload(Path jar) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(jar);
    }

    private static Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static long notes() throws Exception {
        return new Server(portal).count("select count(*) from notes.note");
    }

    /** Version, state, signature and source of what is installed. */
    private static List<String> states() {
        List<String> states = new java.util.ArrayList<>();
        for (JsonNode each : portal.json("preau:extension-list --json")) {
            assertThat(each.get("id").asText()).isEqualTo(ID);
            states.add(each.get("version").asText() + " " + each.get("state").asText() + " "
                    + each.get("signature").asText() + " " + each.get("source").asText());
        }
        return states;
    }

    private static void catalogue(Path jar, String hash) throws Exception {
        Files.writeString(
                portal.home.resolve("etc/extensions.json"),
                "[{\"id\":\"" + ID + "\",\"version\":\"2.3.0\",\"name\":\"Carnet de notes\",\"file\":\"" + jar
                        + "\",\"sha256\":\"" + hash + "\",\"signer\":\"Atelier du Preau\"}]");
    }

    /** Accessible, on a phone too, and a picture for people. */
    private static void checked(String name) {
        Browser.picture(page, name + "-1280");
        assertThat(Browser.axe(page)).as(name).isEmpty();
        page.setViewportSize(390, 844);
        Browser.picture(page, name + "-390");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                .as("no sideways scrolling at 390 px")
                .isTrue();
        assertThat(Browser.axe(page)).as(name + " at 390 px").isEmpty();
        page.setViewportSize(1280, 900);
    }
}
