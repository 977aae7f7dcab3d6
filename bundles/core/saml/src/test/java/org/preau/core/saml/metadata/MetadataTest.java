package org.preau.core.saml.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlParties.Role;
import org.preau.api.saml.SamlParties.Source;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.testing.CounterWorld;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.TestKeys;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.XmlSigning;
import org.w3c.dom.Document;

/** Metadata of other parties: what is taken, what is not, and what serves while the address is silent. */
class MetadataTest {
    private static final String URL = "https://idp.example/metadata";
    private static CounterWorld world;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        world = new CounterWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void silence() {
        world.web.clear();
    }

    @Test
    void readsTheEntityWantedOutOfSeveral() {
        String several = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
                + StandInProvider.metadata()
                + StandInProvider.metadata().replace("_m1", "_m2").replace(StandInProvider.NAME, "urn:other")
                + "</md:EntitiesDescriptor>";

        assertThat(read(several, Optional.of("urn:other"), Optional.empty()).entityId())
                .isEqualTo("urn:other");
        assertThatThrownBy(() -> read(several, Optional.empty(), Optional.empty()))
                .isInstanceOf(SamlRefusedException.class)
                .hasMessageContaining("several");
        assertThatThrownBy(() -> read(several, Optional.of("urn:nobody"), Optional.empty()))
                .isInstanceOf(SamlRefusedException.class);
    }

    @Test
    void wantsTheSignatureOfTheCertificateThatIsConfigured() throws Exception {
        Path certificate = Files.writeString(folder.resolve("idp.pem"), TestKeys.pem("provider"));
        String sound = signed(StandInProvider.metadata(), "provider");

        assertThat(read(sound, Optional.empty(), Optional.of(certificate)).entityId())
                .isEqualTo(StandInProvider.NAME);
        refused(Reason.UNSIGNED, StandInProvider.metadata(), certificate);
        refused(Reason.BAD_SIGNATURE, signed(StandInProvider.metadata(), "stranger"), certificate);
        refused(
                Reason.BAD_SIGNATURE,
                sound.replace("https://idp.example/sso", "https://evil.example/sso"),
                certificate);
    }

    @Test
    void takesNoneThatIsOverBombedOrAnotherRole() {
        String over = StandInProvider.metadata("validUntil=\"2026-11-23T08:29:59Z\"");
        assertThatThrownBy(() -> read(over, Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(
                        SamlRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
        assertThatThrownBy(() -> read(
                        "<!DOCTYPE x [<!ENTITY a \"b\">]>" + StandInProvider.metadata(),
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOfSatisfying(
                        SamlRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DOCTYPE));
        assertThatThrownBy(() -> world.parties.read(
                        StandInProvider.metadata().getBytes(UTF_8),
                        new Source(
                                "x",
                                Role.SERVICE_PROVIDER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .isInstanceOf(SamlRefusedException.class);
        assertThatThrownBy(() -> read(
                        StandInProvider.metadata().replace("https://idp.example/sso", "javascript:alert(1)"),
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOf(SamlRefusedException.class);
    }

    @Test
    void servesTheLastGoodCopyWhileTheAddressIsSilent() {
        Source source = new Source(
                "signin.kept",
                Role.IDENTITY_PROVIDER,
                Optional.of(URI.create(URL)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        world.web.put(URL, StandInProvider.metadata().getBytes(UTF_8));
        assertThat(first(source)).isPresent();

        world.web.clear();
        assertThat(first(source)).map(SamlParty::entityId).contains(StandInProvider.NAME);

        world.web.put(URL, "<html>maintenance</html>".getBytes(UTF_8));
        assertThat(first(source)).isPresent();
    }

    @Test
    void forgetsAPartyWhoseValidityEnds() {
        Source source = new Source(
                "signin.short",
                Role.IDENTITY_PROVIDER,
                Optional.of(URI.create(URL)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        world.web.put(
                URL,
                StandInProvider.metadata("validUntil=\"" + world.clock.instant().plusSeconds(60) + "\"")
                        .getBytes(UTF_8));
        SamlParties.Watched watched = world.parties.watch(source);
        assertThat(watched.current(Duration.ofSeconds(20))).isPresent();

        world.clock.pass(Duration.ofSeconds(61));

        assertThat(watched.current()).isEmpty();
        watched.close();
    }

    private static Optional<SamlParty> first(Source source) {
        SamlParties.Watched watched = world.parties.watch(source);
        try (watched) {
            return watched.current(Duration.ofSeconds(20));
        }
    }

    private static void refused(Reason reason, String document, Path certificate) {
        assertThatThrownBy(() -> read(document, Optional.empty(), Optional.of(certificate)))
                .isInstanceOfSatisfying(
                        SamlRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static SamlParty read(String document, Optional<String> entity, Optional<Path> certificate) {
        return world.parties.read(
                document.getBytes(UTF_8),
                new Source("x", Role.IDENTITY_PROVIDER, Optional.empty(), Optional.empty(), entity, certificate));
    }

    private static String signed(String metadata, String by) {
        Document document = SafeXml.parse(metadata.getBytes(UTF_8), SafeXml.METADATA_BYTES);
        XmlSigning.sign(document.getDocumentElement(), TestKeys.signer(by));
        return StandInProvider.text(document);
    }
}
