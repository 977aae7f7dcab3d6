package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.Portal;
import org.preau.itests.peer.Apache;
import org.preau.itests.peer.Page;
import org.preau.itests.peer.Visitor;

/** Services of others, unmodified and configured as their manuals say, whose users sign in by the portal. */
@Tag("apache")
class PeersIT {
    private static Apache apache;
    private static Portal portal;

    @BeforeAll
    static void start() throws IOException {
        apache = new Apache().with("cas", "auth_cas").writable("cas");
        portal = Portal.at("peers").with("PREAU_START_TIMEOUT", "280");
        Path etc = Files.createDirectories(portal.home.resolve("etc"));
        Files.writeString(etc.resolve("org.preau.core.http.cfg"), "public.url = " + apache.portalUrl() + "\n"
                + "outgoing.trust = " + apache.certificate.certificate() + "\n");
        connector(etc, "modcas", "cas", "service.urls = " + apache.service("/cas/*") + ", " + apache.service("/cas"));
        portal.start("--demo");
        portal.await(
                "demonstration accounts",
                java.time.Duration.ofSeconds(180),
                () -> Files.exists(portal.demoAccounts()));
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
    void apachesCasModuleSignsATeacherInAndPassesOnWhatTheCategoryAllows() {
        Visitor teacher = visitor();
        Page page = teacher.signIn(apache.service("/cas/page"), portal.demoLogin("TEACHER"));
        assertThat(page.body()).as(apache.errors()).contains("protected page", "National_ens");
        assertThat(header(page, "x-user")).matches("[0-9a-f]{40}");
        assertThat(page.body()).doesNotContain(portal.demoLogin("TEACHER").username());
        assertThat(teacher.get(apache.service("/cas/other")).body()).contains("protected page");
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
        List<String> lines = new java.util.ArrayList<>(List.of(
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
