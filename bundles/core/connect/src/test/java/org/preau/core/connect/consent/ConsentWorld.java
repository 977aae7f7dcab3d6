package org.preau.core.connect.consent;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.AskingPolicy;
import org.preau.core.connect.testing.FakeAddress;
import org.preau.core.connect.testing.FakePages;
import org.preau.core.connect.testing.PlainCas;
import org.preau.core.connect.testing.PortalServer;

/** A service of category 5 for pupils, guardians and teachers, a family and a teacher, and the page that asks behind a real server. */
public final class ConsentWorld implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private static final String DESTINATION = "https://quiz.example/app/login";
    private static final Locale LOCALE = Locale.FRENCH;

    public final ConnectWorld world = new ConnectWorld();
    public final PortalSession pupil = world.sessions.signIn("zoe", Profile.STUDENT, world.school);
    public final PortalSession guardian = world.sessions.signIn("anne", Profile.GUARDIAN, world.school);
    public final PortalSession teacher = world.sessions.signIn("jeanne", Profile.TEACHER, world.school);
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    public final Tx tx;
    public final SqlConsents rows;
    public final Consents consents;
    public final Wards wards = new Wards(world.people, world.people, world.structures);
    public final ReleaseGate gate;
    public final AskingPolicy policy = new AskingPolicy();

    private final PortalServer server;

    /** Over a database with the schema; several may share it, since their people differ. */
    public ConsentWorld(Tx tx) throws Exception {
        this.tx = tx;
        rows = new SqlConsents(tx, clock);
        consents = world.consents(tx, clock);
        gate = world.gate(tx, clock);
        Stream.of(pupil, guardian, teacher).forEach(world.people::know);
        world.people.child(guardian, pupil);
        world.deploy(policy);
        world.deploy(new PlainCas());
        convention();
        ConsentPage page = new ConsentPage(consents, rows, world.attributes, world.pages, clock);
        server = new PortalServer(new ConsentEndpoint(
                consents,
                wards,
                page,
                world.audience,
                world.catalogue,
                world.sessions,
                world.pages,
                new FakeAddress()));
    }

    /** Writes the connector's file, with these keys changed. */
    public void convention(String... changes) {
        Map<String, String> file = ConnectWorld.file(
                "category", "5",
                "audience.profiles", "STUDENT, GUARDIAN, TEACHER",
                "attributes", "ENTPersonNom, ENTPersonPrenom, ENTPersonMail",
                "convention.url", "https://quiz.example/cgu",
                "purpose.fr", "Signer votre travail");
        for (int i = 0; i < changes.length; i += 2) {
            file.put(changes[i], changes[i + 1]);
        }
        world.write("org.preau.connector~quiz.cfg", file);
    }

    public Connector connector() {
        return world.catalogue.byId("quiz").orElseThrow();
    }

    public Terms terms() {
        return consents.terms(connector()).orElseThrow();
    }

    public ReleaseOutcome outcome(PortalSession session) {
        return gate.release(session, connector(), DESTINATION);
    }

    /** The names of the attributes that leave. */
    public List<String> leaves(PortalSession session) {
        Release release = ((ReleaseOutcome.Released) outcome(session)).release();
        return release.attributes().keySet().stream().sorted().toList();
    }

    public Optional<String> pageBefore(PortalSession session) {
        return gate.pageBefore(session, connector(), "/sso/cas/login?service=x");
    }

    public HttpResponse<String> get(PortalSession session, String query) {
        return server.get("/connect/consent/quiz?back=%2Fsso%2Fx" + query, session);
    }

    /** Answers the question as shown: {@code name, value, name, value…}. */
    public HttpResponse<String> post(@Nullable PortalSession session, String... fields) {
        StringBuilder query = new StringBuilder("/connect/consent/quiz?back=%2Fsso%2Fx");
        for (int i = 0; i < fields.length; i += 2) {
            query.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return server.send("POST", query.toString(), session);
    }

    /** Agrees that this attribute leaves. */
    public HttpResponse<String> give(PortalSession session, String attribute) {
        return post(session, "terms", terms().digest(), "answer", "give", "attribute", attribute);
    }

    public HttpResponse<String> anonymous(String path) {
        return server.get(path, null);
    }

    public List<String> audited() {
        return world.audit.entries().stream().map(AuditEntry::action).toList();
    }

    /** The page shown last, as people see it, in French, by the very template language. */
    public static String html(FakePages.Shown shown) {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(shown.anchor().getResourceAsStream("pages/" + shown.template() + ".mustache")),
                StandardCharsets.UTF_8)) {
            Map<String, Object> model = new HashMap<>(shown.model());
            model.put("text", nested(Texts.of(shown.anchor()).all(LOCALE)));
            model.put("csrf", "<input type=\"hidden\" name=\"form\">");
            return Mustache.compiler()
                    .emptyStringIsFalse(true)
                    .compile(in)
                    .execute(model)
                    .replace("&#39;", "'")
                    .replace("&#x3D;", "=")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> nested(Map<String, String> texts) {
        Map<String, Object> root = new HashMap<>();
        texts.forEach((key, text) -> {
            String[] parts = key.split("\\.");
            Map<String, Object> at = root;
            for (int i = 0; i < parts.length - 1; i++) {
                at = (Map<String, Object>) at.computeIfAbsent(parts[i], unused -> new HashMap<String, Object>());
            }
            at.put(parts[parts.length - 1], text);
        });
        return root;
    }

    @Override
    public void close() {
        server.close();
    }
}
