package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What all attacks have in common: each is refused and noted for the integrator, and no secret stands in the log or in the notes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CasAttacks {
    static final String SERVICE = CasWorld.SERVICE;
    private static final Pattern SECRET = Pattern.compile("(ST|PT|PGT|PGTIOU)-[0-9a-f]{8,}|[0-9a-f]{40}");

    CasWorld world;
    ProxyWorld proxy;
    private LogLines log;

    @BeforeAll
    void open() {
        log = new LogLines();
        world = new CasWorld();
    }

    @AfterAll
    void close() {
        world.close();
        log.close();
    }

    @BeforeEach
    void begin() {
        proxy = new ProxyWorld(world);
        world.exchanges.lines().clear();
        world.portal.audit.entries().clear();
    }

    @AfterEach
    void keepsSecrets() {
        assertThat(world.exchanges.lines())
                .noneMatch(line -> SECRET.matcher(line).find());
        assertThat(log.lines()).noneMatch(line -> SECRET.matcher(line).find());
    }

    /** The answer is this refusal, and the integrator of that connector can read why. */
    void refused(String answer, String code, String noted) {
        assertThat(answer)
                .contains("code=\"" + code + "\"")
                .doesNotContain("authenticationSuccess", "proxySuccess", "<cas:user>", "<cas:attributes>");
        noted(noted);
    }

    void noted(String begin) {
        assertThat(world.exchanges.lines()).anyMatch(line -> line.startsWith(begin));
    }
}
