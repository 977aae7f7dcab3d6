package org.preau.core.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.audit.AuditDetails;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Requirement;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.core.audit.seal.Trail;
import org.preau.testkit.FakeAccounts;

@Requirement("71E")
class AuditExportCommandTest {
    @TempDir
    Path folder;

    private Trail trail;

    @BeforeEach
    void open() {
        trail = new Trail(folder);
        trail.write(3);
        trail.audit.record(
                Trail.TEACHER,
                "test.write",
                "account:1",
                AuditDetails.NONE.personal(Trail.TEACHER.personId(), "login", "=cmd;\"x\""));
    }

    @AfterEach
    void close() {
        trail.close();
    }

    @Test
    void writesSignedLinesAndACsvAndIsItselfAnEntry() throws Exception {
        assertThat(run("--from", "2026-11-22", "--to", "2026-11-22", "--to-file", "req.jsonl"))
                .isZero();
        List<String> lines = Files.readAllLines(folder.resolve("req.jsonl"));
        assertThat(lines).hasSize(5);
        JsonNode last = new ObjectMapper().readTree(lines.get(4));
        assertThat(last.at("/personal/0/value").asText()).isEqualTo("=cmd;\"x\"");
        assertThat(last.get("leaf").asText()).hasSize(64);
        assertThat(Files.readString(folder.resolve("req.jsonl.csv"))).contains("login==cmd;\"\"x\"\"");
        String sums = Files.readString(folder.resolve("req.jsonl.sha256"));
        assertThat(sums).contains(sha256(folder.resolve("req.jsonl")) + "  req.jsonl");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey(folder.resolve("req.jsonl.pem")));
        check.update(sums.getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(Files.readAllBytes(folder.resolve("req.jsonl.sig"))))
                .isTrue();
        assertThat(trail.audit
                        .latest("audit.export", PageRequest.first(1))
                        .items()
                        .get(0)
                        .details())
                .containsEntry("entries", "4");
    }

    @Test
    void oneKeySignsThemAllAndNothingIsOverwritten() throws Exception {
        run("--from", "2026-11-22", "--to", "2026-11-22", "--target", "account:1", "--to-file", "a");
        run("--from", "2026-11-22", "--to", "2026-11-22", "--target", "thing:", "--to-file", "b");
        assertThat(Files.readAllLines(folder.resolve("a"))).hasSize(2);
        assertThat(Files.readAllLines(folder.resolve("b"))).hasSize(4);
        assertThat(folder.resolve("a.pem")).hasSameTextualContentAs(folder.resolve("b.pem"));
        assertThat(run("--from", "2026-11-22", "--to", "2026-11-22", "--to-file", "a"))
                .isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("a"))).hasSize(2);
    }

    @Test
    void wantsTheDaysOfTheRequest() {
        assertThatThrownBy(() -> run("--to-file", "x")).isInstanceOf(MisusedCommandException.class);
    }

    private int run(String... words) throws Exception {
        AuditExportCommand command =
                new AuditExportCommand(trail.tx, trail.keys, Trail.CLOCK, trail.audit, trail.seals, new FakeAccounts());
        PrintStream print = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return command.run(CommandCall.read(command.spec(), List.of(words), folder, print, print));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static PublicKey publicKey(Path pem) throws Exception {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
