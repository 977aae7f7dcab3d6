package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.preau.api.base.Requirement;
import org.preau.driver.FlowClient;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** The first day of a school: an archive comes, sheets are printed, people sign in. One portal, in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayIT {
    private static final Path ARCHIVES = Portal.root().resolve("bundles/feeds/aaf/src/test/resources/archives");
    private static final String SCHOOL = "0777031Z";
    private static Portal portal;
    private static JsonNode truth;

    @BeforeAll
    static void start() throws IOException {
        portal = Portal.empty("first-day");
        truth = new ObjectMapper()
                .readTree(ARCHIVES.resolve("full-seed7/expected.json").toFile());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @Order(1)
    void withoutAnAcademyTheArchiveIsRejectedWithThatReason() {
        Portal.Result result = feed("feed-apply", "full-seed7", "");
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.out()).contains("reject").contains("academ");
    }

    @Test
    @Order(2)
    @Requirement("44B")
    void aCheckWritesNothing() {
        assertThat(feed("feed-check", "full-seed7", "--academy 24").status()).isZero();
        assertThat(totals("").get("pupils").asInt()).isZero();
    }

    @Test
    @Order(3)
    @Requirement("44B")
    void aDamagedArchiveLeavesNothingBehind() {
        assertThat(feed("feed-apply", "truncated-file", "--academy 24").status())
                .isEqualTo(4);
        assertThat(totals("").get("pupils").asInt()).isZero();
    }

    @Test
    @Order(4)
    @Requirement("44A")
    void theArchiveComesOutAsItsTruthSays() {
        Portal.Result result = feed("feed-apply", "full-seed7", "--academy 24");
        assertThat(result.status()).as(result.toString()).isZero();
        assertSameTotals(totals(""), truth.get("totals"));
        assertThat(totals("--uai " + SCHOOL).get("pupils").asInt())
                .isEqualTo(truth.get("by_school").get(SCHOOL).get("pupils").asInt());
    }

    @Test
    @Order(5)
    @Requirement("44A")
    void theSameArchiveAgainChangesNothing() {
        int audited = portal.json("preau:audit-list --json").size();
        assertThat(feed("feed-apply", "full-seed7", "--academy 24").status()).isZero();
        assertSameTotals(totals(""), truth.get("totals"));
        assertThat(portal.json("preau:audit-list --json").size()).isLessThanOrEqualTo(audited + 5);
    }

    @Test
    @Order(6)
    @Requirement("44B")
    void anArchiveThatWouldRemovePeopleIsHeld() {
        Portal.Result held = feed("feed-apply", "baseline", "--academy 24");
        assertThat(held.status()).as(held.toString()).isEqualTo(3);
        assertSameTotals(totals(""), truth.get("totals"));
        String id = portal.json("preau:feed-list --json").get(0).get("id").asText();
        assertThat(portal.json("preau:feed-show " + id + " --json").toString()).contains("leaving");
        assertThat(portal.exec("preau:feed-hold-reject " + id + " --reason test")
                        .status())
                .isZero();
        assertThat(portal.json("preau:feed-list --json").get(0).get("state").asText())
                .isEqualTo("rejected");
        assertSameTotals(totals(""), truth.get("totals"));
    }

    @Test
    @Order(7)
    @Requirement({"44A", "44B"})
    void aDeltaIsAppliedAndTakenBack() throws IOException {
        JsonNode after = new ObjectMapper()
                .readTree(ARCHIVES.resolve("delta-seed8/expected.json").toFile());
        Portal.Result result = feed("feed-apply", "delta-seed8", "--academy 24");
        assertThat(result.status()).as(result.toString()).isZero();
        assertSameTotals(totals(""), after.get("totals"));
        String id = portal.json("preau:feed-list --json").get(0).get("id").asText();
        Portal.Result restored = portal.exec("preau:feed-restore " + id + " --json");
        assertThat(restored.status()).as(restored.toString()).isZero();
        assertSameTotals(totals(""), truth.get("totals"));
        assertThat(portal.exec("preau:audit-verify").status()).isZero();
    }

    @Test
    @Order(8)
    @Requirement({"44A", "213"})
    void aGuardianActivatesHisAccountAndAcceptsTheCharter() {
        JsonNode sheet = sheet("GUARDIAN");
        PlainClient guardian = new PlainClient(portal);
        HttpResponse<String> form = guardian.get("/signin/local/activate");
        HttpResponse<String> answer = guardian.submit(
                form,
                Map.of(
                        "username",
                        sheet.get("login").asText(),
                        "code",
                        sheet.get("code").asText(),
                        "password",
                        "un vélo sous la pluie 42",
                        "password2",
                        "un vélo sous la pluie 42"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(PlainClient.location(answer)).contains("charter");
        assertThat(guardian.get("/", "Accept", "text/html").statusCode()).isEqualTo(303);
        guardian.submit(guardian.get(PlainClient.location(answer)), Map.of());
        new FlowClient(guardian).open("/");
        assertThat(feed("feed-apply", "full-seed7", "--academy 24").status()).isZero();
        new PlainClient(portal).signIn(new Portal.Login(sheet.get("login").asText(), "un vélo sous la pluie 42"));
    }

    @Test
    @Order(9)
    void aPupilSignsInWithThePassphraseOfHisSheet() {
        JsonNode sheet = sheet("STUDENT");
        PlainClient pupil = new PlainClient(portal)
                .signIn(new Portal.Login(
                        sheet.get("login").asText(), sheet.get("passphrase").asText()));
        new FlowClient(pupil).open("/");
    }

    @Test
    @Order(10)
    void nurseryPupilsGetNoAccount() {
        JsonNode nursery = portal.json("preau:activation-sheets 0774318A --json");
        for (JsonNode card : nursery) {
            assertThat(card.get("profile").asText()).isNotEqualTo("STUDENT");
        }
        assertThat(nursery.size()).isPositive();
    }

    @Test
    @Order(11)
    void anOperatorMakesATeacherReady() throws IOException {
        Path password = portal.home.resolve("password");
        Files.writeString(password, "Le-cartable-est-rouge-7\n");
        Portal.Result made = portal.exec("preau:account-create ada.martin --profile TEACHER --uai " + SCHOOL
                + " --first-name Ada --last-name Martin --password-file " + password + " --active");
        assertThat(made.status()).as(made.toString()).isZero();
        PlainClient teacher = new PlainClient(portal).signIn(new Portal.Login("ada.martin", "Le-cartable-est-rouge-7"));
        assertThat(teacher.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(12)
    @Requirement("44A")
    void aListOfASchoolThatNoArchiveBringsIsTakenWhateverItsLettersAndHeadings() throws IOException {
        String pupils = "Nom Elève;Prénom Elève;Date naissance;Sexe;Niveau;Classe\n"
                + "LECŒUR;Zoé;2018-05-03;F;CP;CP A\nÂGÉ;Noël;2018-06-04;M;CP;CP A\n";
        Portal.Result first = list("ONDE_0770999X_eleves.csv", pupils, Charset.forName("windows-1252"));
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(totals("--uai 0770999X").get("pupils").asInt()).isEqualTo(2);
        String later = "\ufeffNOM DE FAMILLE,prenom,Date de naissance,Niveau,Division\n"
                + "LECŒUR,Zoé,03/05/2018,CP,CP A\nPETIT,Léa,07/05/2018,CP,cp a\n";
        Portal.Result second = list("ONDE_0770999X_eleves.csv", later, StandardCharsets.UTF_8);
        assertThat(second.status()).as(second.toString()).isZero();
        assertThat(totals("--uai 0770999X").get("pupils").asInt()).isEqualTo(3);
        assertThat(totals("--uai 0770999X").get("classes").asInt()).isEqualTo(1);
    }

    @Test
    @Order(13)
    @Requirement("44A")
    void aListOfASchoolThatTheArchiveBringsIsRejectedAndSaysWhatToDo() throws IOException {
        JsonNode before = totals("");
        String pupils = "Nom Elève;Prénom Elève;Date naissance;Niveau;Classe\nDOUBLE;Zoé;2018-05-03;CP;CP A\n";
        Portal.Result result = list("ONDE_" + SCHOOL + "_eleves.csv", pupils, StandardCharsets.UTF_8);
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.out()).contains("school-of-another-feed", "next archive", "local account");
        assertThat(totals("")).isEqualTo(before);
    }

    private static Portal.Result list(String name, String lines, Charset letters) throws IOException {
        Path file = Files.write(portal.home.resolve(name), lines.getBytes(letters));
        return portal.exec("preau:feed-apply onde " + file + " --academy 24 --json");
    }

    private static JsonNode sheet(String profile) {
        for (JsonNode card : portal.json("preau:activation-sheets " + SCHOOL + " --json")) {
            if (card.get("profile").asText().equals(profile)) {
                return card;
            }
        }
        throw new AssertionError("no sheet for a " + profile);
    }

    private static Portal.Result feed(String command, String archive, String options) {
        try (var files = Files.list(ARCHIVES.resolve(archive))) {
            Path tgz = files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow();
            return portal.exec("preau:" + command + " aaf " + tgz + " " + options + " --json");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode totals(String options) {
        return portal.json("preau:directory-totals " + options + " --json");
    }

    private static void assertSameTotals(JsonNode actual, JsonNode expected) {
        for (String key : new String[] {
            "schools",
            "classes",
            "groups",
            "pupils",
            "pupils_nursery",
            "guardians",
            "guardian_links",
            "teachers",
            "other_staff"
        }) {
            assertThat(actual.get(key).asInt())
                    .as(key)
                    .isEqualTo(expected.get(key).asInt());
        }
    }
}
