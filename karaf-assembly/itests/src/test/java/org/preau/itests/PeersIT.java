package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;
import org.preau.itests.peer.Apache;
import org.preau.itests.peer.OpenidClient;
import org.preau.itests.peer.Page;
import org.preau.itests.peer.Shibd;
import org.preau.itests.peer.Visitor;

/** Services of others, unmodified and configured as their manuals say, whose users sign in by the portal and are told of its sign-out. */
@Tag("apache")
class PeersIT {
    private static final String SECRET = "un-secret-de-test-assez-long-pour-servir";

    private static Apache apache;
    private static Portal portal;

    @BeforeAll
    static void start() throws IOException {
        apache = new Apache().with("cas", "auth_cas").writable("cas").with("openidc", "auth_openidc");
        apache.define("OIDC_ISSUER", apache.portalUrl() + "/sso/oidc").define("OIDC_SECRET", SECRET);
        portal = Portal.at("peers").with("PREAU_START_TIMEOUT", "280");
        Path etc = Files.createDirectories(portal.home.resolve("etc"));
        Files.writeString(
                etc.resolve("org.preau.core.http.cfg"),
                "public.url = " + apache.portalUrl() + "\noutgoing.trust = " + apache.certificate.certificate() + "\n");
        connector(etc, "modcas", "cas", "service.urls = " + apache.service("/cas/*"));
        connector(
                etc,
                "modopenidc",
                "oidc",
                "client.id = modopenidc",
                "client.secret = " + SECRET,
                "redirect.uris = " + apache.service("/openidc/callback"),
                "backchannel.logout.uri = " + apache.service("/openidc/callback?logout=backchannel"));
        connector(
                etc,
                "openidclient",
                "oidc",
                "client.id = openid-client",
                "client.secret = " + SECRET,
                "redirect.uris = " + OpenidClient.REDIRECT,
                "post.logout.redirect.uris = " + OpenidClient.REDIRECT);
        portal.start("--demo");
        portal.await("demonstration accounts", Duration.ofSeconds(180), () -> Files.exists(portal.demoAccounts()));
        apache.start(portal);
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
        apache.close();
    }

    @Test
    @Requirement("322A-C")
    void apachesCasModule() {
        Visitor teacher = visitor();
        Page page = signedIn(teacher, apache, "/cas/page");
        assertThat(header(page, "x-user")).matches("[0-9a-f]{40}");
        endsWithThePortalsSignOut(teacher, apache, "/cas/page");
    }

    @Test
    @Requirement("322A-C")
    void apachesOpenidConnectModule() {
        Visitor teacher = visitor();
        Page page = signedIn(teacher, apache, "/openidc/page");
        assertThat(header(page, "oidc_claim_sub")).isNotBlank();
        assertThat(header(page, "oidc_claim_ent_person_profils")).isEqualTo("National_ens");
        assertThat(page.body()).doesNotContain("family_name").doesNotContain("oidc_claim_email");
        endsWithThePortalsSignOut(teacher, apache, "/openidc/page");
    }

    @Test
    @Tag("node")
    @Requirement("322A-C")
    void theCertifiedLibraryOpenidClient() {
        Visitor teacher = visitor();
        var learnt = OpenidClient.signIn(
                apache.portalUrl() + "/sso/oidc", SECRET, apache.certificate.certificate(), address -> {
                    Page asked = teacher.open(address);
                    return teacher.signInUpTo(OpenidClient.REDIRECT, asked, portal.demoLogin("TEACHER"));
                });
        assertThat(learnt.get("claims").get("sub").asText()).isNotBlank();
        assertThat(learnt.get("user").get("ent_person_profils").asText()).isEqualTo("National_ens");
        assertThat(learnt.get("claims").get("iss").asText()).isEqualTo(apache.portalUrl() + "/sso/oidc");
        if (learnt.has("rotated")) {
            assertThat(learnt.get("rotated").asBoolean()).isTrue();
            assertThat(learnt.get("reused").asText()).isEqualTo("invalid_grant");
        }
    }

    /** Services by SAML, on an Apache of their own that starts when the portal's metadata are known. */
    @Nested
    class BySaml {
        private static Apache services;
        private static Shibd shibd;

        @BeforeAll
        static void start() throws IOException {
            services = new Apache(apache).with("mellon", "auth_mellon").with("shib", "shib");
            Path etc = portal.home.resolve("etc");
            Path metadata = services.folder.resolve("idp.xml");
            portal.await("the identity provider's metadata", Duration.ofSeconds(60), () -> {
                Files.writeString(
                        metadata,
                        new PlainClient(portal).get("/sso/saml/metadata").body());
                return Files.readString(metadata).contains("IDPSSODescriptor");
            });
            String provider = Files.readString(metadata).replaceFirst("(?s).*?entityID=\"([^\"]*)\".*", "$1");
            shibd = Shibd.start(services, provider);
            connector(etc, "modmellon", "saml", "metadata.file = " + services.write("mellon-sp.xml"));
            services.start(portal);
            // its metadata are fetched from where it publishes them
            connector(etc, "shibboleth", "saml", "metadata.url = " + services.service("/Shibboleth.sso/Metadata"));
            portal.await("both connectors", Duration.ofSeconds(60), () -> {
                String connectors = portal.exec("preau:connector-list").out();
                return connectors.contains("modmellon") && connectors.contains("shibboleth");
            });
        }

        @AfterAll
        static void stop() {
            if (shibd != null) {
                shibd.close();
            }
            services.close();
        }

        /** Signs in; that the module's own session ends with the portal's is not shown: it can be told by the browser alone. */
        @Test
        @Requirement("322A-C")
        void apachesMellonModule() {
            Visitor teacher = visitor();
            Page page = signedIn(teacher, services, "/mellon/page");
            assertThat(header(page, "x-user")).isNotBlank();
            assertThat(header(page, "x-profils")).isEqualTo("National_ens");
            assertThat(header(page, "x-uai")).matches("[0-9]{7}[A-Z]");
        }

        @Test
        @Requirement("322A-C")
        void shibbolethsServiceProvider() {
            Visitor teacher = visitor();
            Page page = signedIn(teacher, services, "/shib/page");
            assertThat(header(page, "persistent-id")).isNotBlank();
            assertThat(header(page, "profils")).isEqualTo("National_ens");
            endsWithThePortalsSignOut(teacher, services, "/shib/page");
        }
    }

    private static Page signedIn(Visitor teacher, Apache services, String path) {
        Page page = teacher.signIn(services.service(path), portal.demoLogin("TEACHER"));
        assertThat(page.body()).as(page + services.errors()).contains("protected page");
        assertThat(page.body()).doesNotContain(portal.demoLogin("TEACHER").username());
        return page;
    }

    private static void endsWithThePortalsSignOut(Visitor teacher, Apache services, String path) {
        assertThat(teacher.open(services.service(path)).body()).contains("protected page");
        Page said = teacher.signOut(apache.portalUrl());
        try {
            // a service that is busy is told again
            portal.await("the service asks again", Duration.ofSeconds(60), () -> teacher.open(services.service(path))
                    .asksForPassword());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + said + "\n" + services.errors(), e);
        }
    }

    private static Visitor visitor() {
        return new Visitor(apache.certificate.trusting());
    }

    private static String header(Page page, String name) {
        return page.body()
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + ":\n" + page));
    }

    private static void connector(Path etc, String id, String protocol, String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "name.fr = " + id,
                "category = 3",
                "protocol = " + protocol,
                "launch.url = " + apache.service("/" + id),
                "audience.profiles = *",
                "audience.structures = *"));
        lines.addAll(List.of(more));
        Files.write(etc.resolve("org.preau.connector~" + id + ".cfg"), lines);
    }
}
