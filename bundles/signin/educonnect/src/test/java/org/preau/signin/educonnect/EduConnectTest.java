package org.preau.signin.educonnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Child;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.saml.SamlProof;
import org.preau.core.connect.testing.FakeStructures;
import org.preau.core.persistence.testing.Soon;
import org.preau.core.saml.message.Inbound;
import org.preau.core.saml.testing.CounterWorld;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.WebVisit;

/** ÉduConnect proves a key of the AAF: one account, several, none. */
class EduConnectTest {
    private static CounterWorld world;

    private final Families families = new Families();
    private final FakeStructures structures = new FakeStructures();
    private EduConnectEndpoint counter;

    @BeforeAll
    static void start() {
        world = new CounterWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void open() {
        world.signedIn.clear();
        counter = open(world.metadata.toString(), "");
        Soon.holds("the counter knows its provider", counter::available);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    @Requirement("322A")
    void signsInThePupilWhomTheVectorNames() {
        Account zoe = families.add("aaf 24 1234", Profile.STUDENT, AccountState.INACTIVE, "Zoé", "CE1");

        WebVisit arrived = arrive("{AAF}24||1234");

        assertThat(world.signedIn).containsExactly(zoe.id());
        assertThat(arrived.location()).isEqualTo("/app/news");
    }

    @Test
    void readsTheAcademyHoweverItIsWrittenAndLeavesOtherVectorsAside() {
        Account zoe = families.add("aaf 01 77", Profile.STUDENT, AccountState.ACTIVE, "Zoé", "CE1");

        arrive("{ECT}24|x|1234", "{AAF}001|x|77", "{AAF}24|too|many|parts", "{AAF}x|y|77", "nonsense");

        assertThat(world.signedIn).containsExactly(zoe.id());
    }

    @Test
    void asksAGuardianKnownInTwoAcademiesWhichAccount() {
        Structure school = structures.add(StructureKind.SCHOOL, "0240001A");
        Account here = families.add("aaf 24 10", Profile.GUARDIAN, AccountState.ACTIVE, "Ana", "");
        families.children.put(
                here.personId(), List.of(new Child(UUID.randomUUID(), "Zoé", "Martin", school.id(), null, "CE1 A")));
        Account there = families.add("aaf 25 20", Profile.GUARDIAN, AccountState.ACTIVE, "Ana", "");
        WebVisit begun = begin();
        WebVisit page = arrive(begun, "{AAF}24||10", "{AAF}25||20", "{AAF}24||10");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "page choice", "Zoé", "CE1 A", school.name(), here.id().toString());
        assertThat(world.signedIn).isEmpty();

        choose(begun, page, there.id()).to(counter::handle);
        assertThat(world.signedIn).containsExactly(there.id());
        assertThatThrownBy(() -> choose(begun, page, here.id()).to(counter::handle))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void showsTheClassesOfChildrenWhoShareOneSignIn() {
        families.add("aaf 24 1", Profile.STUDENT, AccountState.ACTIVE, "Zoé", "CE1 A");
        families.add("aaf 24 2", Profile.STUDENT, AccountState.INACTIVE, "Léo", "CM2 B");

        assertThat(arrive("{AAF}24||1", "{AAF}24||2").text()).contains("Zoé", "CE1 A", "Léo", "CM2 B", "élève");
    }

    @Test
    void takesNoAccountButThoseOfTheProofNorFromAnotherBrowser() {
        families.add("aaf 24 1", Profile.STUDENT, AccountState.ACTIVE, "Zoé", "CE1");
        families.add("aaf 24 2", Profile.STUDENT, AccountState.ACTIVE, "Léo", "CM2");
        Account foreign = families.add("aaf 24 3", Profile.STUDENT, AccountState.ACTIVE, "Max", "CM2");
        WebVisit begun = begin();
        WebVisit page = arrive(begun, "{AAF}24||1", "{AAF}24||2");

        assertThatThrownBy(() -> choose(begun, page, foreign.id()).to(counter::handle))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> choose(
                                begin(),
                                page,
                                families.bySource("aaf", "24", "1").get(0).id())
                        .to(counter::handle))
                .isInstanceOf(PortalException.class);
        assertThat(world.signedIn).isEmpty();
    }

    @Test
    void prefersLivingAccountsToThoseThatAreGone() {
        families.add("aaf 24 1", Profile.STUDENT, AccountState.ARCHIVED, "Zoé", "CE1");
        Account living = families.add("aaf 25 2", Profile.STUDENT, AccountState.ACTIVE, "Zoé", "CE2");

        arrive("{AAF}24||1", "{AAF}25||2");

        assertThat(world.signedIn).containsExactly(living.id());
    }

    @Test
    void tellsWhomToAskWhenNobodyIsKnownAndCreatesNothing() {
        WebVisit page = arrive("{AAF}24||9999");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("page unknown").doesNotContain("9999");
        assertThat(world.signedIn).isEmpty();
        assertThat(arrive().text()).contains("page unknown");
    }

    @Test
    @Requirement("322A")
    void servesPupilsAndGuardiansOnly() {
        EnumSet<Profile> served = EnumSet.noneOf(Profile.class);
        for (Profile profile : Profile.values()) {
            if (counter.serves(profile)) {
                served.add(profile);
            }
        }

        assertThat(served).containsExactlyInAnyOrder(Profile.STUDENT, Profile.GUARDIAN);
    }

    @Test
    void believesOnlyAnAddressOfHttpsForTheWayOut() {
        assertThat(goodbye("https://educonnect.example/logout?a=1")).isTrue();
        assertThat(goodbye("http://educonnect.example/")).isFalse();
        assertThat(goodbye("javascript:alert(1)")).isFalse();
        assertThat(goodbye("https://a@evil.example/")).isFalse();
        assertThat(goodbye("https://educonnect.example/\r\nSet-Cookie: a=b")).isFalse();
    }

    private static boolean goodbye(String address) {
        return EduConnectEndpoint.goodbye(new SamlProof(
                        StandInProvider.NAME,
                        "x",
                        "",
                        Optional.empty(),
                        Map.of("FrEduUrlRetour", List.of(address)),
                        Instant.EPOCH,
                        "/"))
                .isPresent();
    }

    @Test
    void wantsMetadataFromOnePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("", ""))
                .withMessageContaining("org.preau.signin.educonnect.cfg");
        assertThatIllegalArgumentException().isThrownBy(() -> open("/a", "https://b.example/"));
    }

    private WebVisit arrive(String... vectors) {
        return arrive(begin(), vectors);
    }

    private WebVisit begin() {
        return WebVisit.get("/signin/educonnect?return=%2Fapp%2Fnews").to(counter::handle);
    }

    private WebVisit arrive(WebVisit begun, String... vectors) {
        StandInProvider idp = new StandInProvider(world.clock.instant());
        idp.request =
                Inbound.of(WebVisit.get(begun.location()).request()).root().getAttribute("ID");
        idp.assertionId = "_a" + idp.request;
        idp.destination = "https://portal.example/signin/educonnect/acs";
        idp.recipient = idp.destination;
        idp.audience = "https://portal.example/signin/educonnect/metadata";
        idp.attributes = vectors.length == 0
                ? StandInProvider.attribute("sn", "Martin")
                : StandInProvider.attribute("FrEduCtRefId", vectors);
        WebVisit posted = WebVisit.post("/signin/educonnect/acs")
                .with("SAMLResponse", idp.base64())
                .to(counter::handle);
        return WebVisit.get(posted.location()).after(begun).to(counter::handle);
    }

    private static WebVisit choose(WebVisit begun, WebVisit page, UUID account) {
        String ticket = page.text().replaceAll("(?s).*ticket=([0-9a-f]{64}).*", "$1");
        return WebVisit.post("/signin/educonnect/choose")
                .with("ticket", ticket)
                .with("account", account.toString())
                .after(begun);
    }

    private EduConnectEndpoint open(String file, String url) {
        return new EduConnectEndpoint(
                new Settings(file, url), world.counters, families, families.directory(), structures, world);
    }
}
