package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.signin.PortalSessions;

/** The provider as a real client of another make sees it: openid-client for Node. Not run where Node or the package cannot be had. */
class OpenIdClientTest {
    private static final String PACKAGE = "openid-client@6.8.9";
    private static final Path FOLDER = Path.of("target", "node").toAbsolutePath();

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(FOLDER);
        boolean there = Files.isDirectory(FOLDER.resolve("node_modules/openid-client"))
                || run("npm", "install", "--no-audit", "--no-fund", "--prefix", FOLDER.toString(), PACKAGE)
                        .startsWith("0 ");
        assumeTrue(there, "install Node and npm to run this");
        Files.copy(
                Path.of("src/test/node/client.mjs"),
                FOLDER.resolve("client.mjs"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    @Requirement("3112A")
    void signsInWithASecret() throws Exception {
        try (OidcWorld world = new OidcWorld()) {
            signsIn(world, "quiz", OidcWorld.SECRET, OidcWorld.REDIRECT);
        }
    }

    @Test
    void signsInWithAKey() throws Exception {
        try (OidcWorld world = new OidcWorld()) {
            String key = new RSAKey.Builder((RSAPublicKey) world.robotKey.getPublic())
                    .privateKey(world.robotKey.getPrivate())
                    .keyID("r1")
                    .build()
                    .toJSONString();
            signsIn(world, "robot", key, "https://robot.example/callback");
        }
    }

    @Test
    void signsInOnADevice() throws Exception {
        try (OidcWorld world = new OidcWorld()) {
            signsIn(world, "app", "", "http://127.0.0.1:41234/callback");
        }
    }

    private static void signsIn(OidcWorld world, String client, String secretOrKey, String redirect) throws Exception {
        String said = run(
                "node",
                FOLDER.resolve("client.mjs").toString(),
                world.idTokens.issuer(),
                client,
                secretOrKey,
                redirect,
                PortalSessions.COOKIE + "=" + world.pupil.id());

        assertThat(said).startsWith("0 {");
        Map<String, Object> result = JSONObjectUtils.parse(said.substring(2));
        String sub = (String) result.get("sub");
        assertThat(sub).matches("[0-9a-f]{40}");
        assertThat(result)
                .containsEntry("renewed", sub)
                .containsEntry("active", true)
                .containsEntry("afterwards", "refused")
                .containsEntry("goodbye", "/sso/oidc/logout")
                .containsEntry(
                        "user",
                        Map.of(
                                "sub", sub,
                                "ent_person_profils", "National_elv",
                                "ent_person_struct_rattach_uai", "0240001A"));
    }

    /** Its exit status and what it wrote. */
    private static String run(String... command) throws InterruptedException {
        try {
            Path out = Files.createTempFile(FOLDER, "out", ".txt");
            Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "late";
            }
            return process.exitValue() + " "
                    + Files.readString(out, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "missing " + e.getMessage();
        }
    }
}
