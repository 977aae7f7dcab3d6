package org.preau.sso.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.http.PublicAddress;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.connectors.category3.Category3Policy;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.FakeSigningKeys;
import org.preau.core.connect.testing.PortalServer;
import org.preau.core.connect.testing.Recorded;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.SettableClock;

/**
 * A provider on a loopback port with a real database, gate and category 3; a pupil signed in; clients {@code quiz} and {@code other} with secrets, {@code robot} with keys, {@code app} on a device.
 */
final class OidcWorld implements AutoCloseable {
    static final String REDIRECT = "https://quiz.example/app/callback";
    static final String SECRET = "quiz-secret-0123456789";
    static final String OTHER_SECRET = "other-secret-0123456789";
    static final URI JWKS = URI.create("https://robot.example/jwks");

    final ConnectWorld portal = new ConnectWorld();
    final SettableClock clock = SettableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final PortalSession pupil = portal.sessions.signIn(
            "zoe.martin", Profile.STUDENT, portal.school, clock.instant().minusSeconds(600));
    final Category3Policy category = new Category3Policy();
    final Recorded recorded = new Recorded();
    final FakeSigningKeys signingKeys = new FakeSigningKeys();
    final KeyPair robotKey = FakeSigningKeys.rsa();
    final Address address = new Address();
    final IdTokens idTokens = new IdTokens(signingKeys, portal.keys, address);
    final OidcProtocol protocol = new OidcProtocol(new Visits(idTokens, recorded, recorded, clock));
    final SqlDevices devices;
    final SqlTokens tokens;
    final OidcTokenSessions tokenSessions;
    final Browser browser;
    /** The same provider on another node: nothing shared but the database. */
    final Browser otherNode;

    private final TestDatabase database = TestDatabase.create();
    private final PortalServer first;
    private final PortalServer second;

    OidcWorld() {
        Tx connect = database.tx(new ConnectUnit());
        Tx tx = database.tx(new OidcUnit());
        portal.deploy(category);
        portal.deploy(protocol);
        declareClients();
        devices = new SqlDevices(tx, clock, portal.audit);
        tokens = new SqlTokens(tx, clock);
        tokenSessions = new OidcTokenSessions(tokens, portal.sessions);
        try {
            first = new PortalServer(endpoint(connect, tx));
            second = new PortalServer(endpoint(connect, tx));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        address.origin = URI.create(first.address(""));
        browser = new Browser(first);
        otherNode = new Browser(second);
    }

    private void declareClients() {
        declare(
                "quiz",
                "client.secret",
                SECRET,
                "redirect.uris",
                REDIRECT + ", https://quiz.example/app/cb?lang=fr",
                "post.logout.redirect.uris",
                "https://quiz.example/bye",
                "backchannel.logout.uri",
                "https://quiz.example/backchannel",
                "frontchannel.logout.uri",
                "https://quiz.example/front");
        declare("other", "client.secret", OTHER_SECRET, "redirect.uris", "https://other.example/callback");
        declare("robot", "jwks.url", JWKS.toString(), "redirect.uris", "https://robot.example/callback");
        declare(
                "app",
                "client.type",
                "native",
                "api.access",
                "true",
                "redirect.uris",
                "fr.preau.app:/signed-in, http://127.0.0.1/callback, http://[::1]/callback");
        recorded.documents.put(
                JWKS,
                new JWKSet(new RSAKey.Builder((RSAPublicKey) robotKey.getPublic())
                                .keyID("r1")
                                .build())
                        .toString());
    }

    /** Writes a connector file of that name, whose {@code client.id} it is too. */
    void declare(String id, String... settings) {
        Map<String, String> file = ConnectWorld.file("protocol", "oidc", "service.urls", "", "client.id", id);
        for (int i = 0; i < settings.length; i += 2) {
            file.put(settings[i], settings[i + 1]);
        }
        portal.write("org.preau.connector~" + id + ".cfg", file);
    }

    private OidcEndpoint endpoint(Tx connect, Tx tx) {
        Clients clients = new Clients(portal.catalogue);
        SqlTokens tokens = new SqlTokens(tx, clock);
        AssertionProof assertions =
                new AssertionProof(new ClientKeys(recorded, clock, Path.of("target")), tokens, idTokens, clock);
        return new OidcEndpoint(
                clients,
                new ClientProof(clients, assertions, idTokens),
                new SqlSignIns(tx, clock, config()),
                tokens,
                devices,
                idTokens,
                portal.gate(connect, clock),
                portal.sessions,
                recorded,
                recorded,
                portal.audit,
                portal.keys,
                portal.pages,
                clock);
    }

    private static OidcConfig config() {
        return new OidcConfig() {
            @Override
            public int code_seconds() {
                return 60;
            }

            @Override
            public int access_seconds() {
                return 600;
            }

            @Override
            public int refresh_hours() {
                return 12;
            }

            @Override
            public int device_days() {
                return 90;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return OidcConfig.class;
            }
        };
    }

    @Override
    public void close() {
        first.close();
        second.close();
        database.close();
    }

    /** The portal where its first node listens. */
    static final class Address implements PublicAddress {
        volatile URI origin = URI.create("https://portal.example");

        @Override
        public URI origin() {
            return origin;
        }

        @Override
        public String clientOf(HttpServletRequest request) {
            return request.getRemoteAddr();
        }

        @Override
        public String safeReturn(@Nullable String wanted) {
            return wanted == null ? "/" : wanted;
        }
    }
}
