package org.preau.core.saml.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.persistence.Tx;
import org.preau.api.saml.SamlCounters;
import org.preau.api.saml.SamlParties;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.SignIns;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.core.saml.SamlUnit;
import org.preau.core.saml.counter.DefaultSamlCounters;
import org.preau.core.saml.metadata.DefaultSamlParties;
import org.preau.testkit.SettableClock;

/** A portal around counters: a real database, a fake of everything else, the stand-in provider's metadata in a file. */
public final class CounterWorld implements AutoCloseable, SignIns, PortalSessions, Pages, PublicAddress, OutgoingCalls {
    public final SettableClock clock = SettableClock.at(Instant.parse("2026-11-23T08:30:00Z"));
    public final TestKeys keys = new TestKeys();
    public final List<UUID> signedIn = new ArrayList<>();
    public final List<UUID> revoked = new ArrayList<>();
    public final Map<String, byte[]> web = new LinkedHashMap<>();
    public final DefaultSamlParties parties;
    public final SamlCounters counters;
    public final Path metadata;
    private final TestDatabase database = TestDatabase.create();
    private UUID lastSession = new UUID(0, 0);

    /** Starts it. */
    public CounterWorld() {
        Tx tx = database.tx(new SamlUnit());
        parties = new DefaultSamlParties(this, tx, clock);
        counters = new DefaultSamlCounters(parties, tx, keys, keys, this, this, this, this, clock);
        try {
            metadata = Files.createTempFile("provider", ".xml");
            Files.writeString(metadata, StandInProvider.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The provider's metadata as settings name it. */
    public SamlParties.Source source(String name) {
        return new SamlParties.Source(
                name,
                SamlParties.Role.IDENTITY_PROVIDER,
                Optional.empty(),
                Optional.of(metadata),
                Optional.empty(),
                Optional.empty());
    }

    /** The session of the last sign-in, over now. */
    public PortalSession ended(String counter) {
        return new PortalSession(
                lastSession,
                Ids.next(),
                Ids.next(),
                "zoe.martin",
                "Zoé",
                "Martin",
                counter,
                clock.instant(),
                new PortalSession.Context(Profile.STUDENT, Ids.next(), "École", "0240001A", null));
    }

    @Override
    public UUID proven(
            HttpServletRequest request,
            HttpServletResponse response,
            String counter,
            UUID accountId,
            @Nullable String returnTo) {
        signedIn.add(accountId);
        lastSession = Ids.next();
        seeOther(response, String.valueOf(returnTo));
        return lastSession;
    }

    @Override
    public void again(
            HttpServletRequest request, HttpServletResponse response, String counter, String message, int status) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void acceptCharter(UUID accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PortalSession> current(HttpServletRequest request) {
        return Optional.empty();
    }

    @Override
    public Optional<PortalSession> byId(UUID sessionId) {
        return Optional.empty();
    }

    @Override
    public void touch(UUID sessionId) {}

    @Override
    public List<PortalSession.Context> contextsOf(PortalSession session) {
        return List.of(session.context());
    }

    @Override
    public PortalSession switchTo(UUID sessionId, PortalSession.Context context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void revoke(Subject by, UUID sessionId) {
        revoked.add(sessionId);
    }

    @Override
    public int revokeAccount(Subject by, UUID accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int revokeAll(Subject by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<PortalSession> list(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void render(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            Class<?> anchor,
            String template,
            Map<String, ?> model)
            throws IOException {
        if (anchor.getResource("pages/" + template + ".mustache") == null || !model.containsKey("title")) {
            throw new IllegalStateException("no template " + template + ", or no title");
        }
        response.setStatus(status);
        response.getWriter().write("page " + template + " " + model);
    }

    @Override
    public void error(HttpServletRequest request, HttpServletResponse response, PortalException failure)
            throws IOException {
        response.setStatus(failure.code().httpStatus());
        response.getWriter().write(failure.userMessage(Locale.FRENCH));
    }

    @Override
    public void checkForm(HttpServletRequest request) {}

    @Override
    public Locale localeOf(HttpServletRequest request) {
        return Locale.FRENCH;
    }

    @Override
    public void seeOther(HttpServletResponse response, String location) {
        response.setHeader("Location", location);
        response.setStatus(303);
    }

    @Override
    public URI origin() {
        return URI.create("https://portal.example");
    }

    @Override
    public String clientOf(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    @Override
    public String safeReturn(@Nullable String wanted) {
        return wanted != null && wanted.startsWith("/") && !wanted.startsWith("//") ? wanted : "/";
    }

    @Override
    public Answer get(URI address, Map<String, String> headers) throws IOException {
        byte[] body = web.get(address.toString());
        if (body == null) {
            throw new IOException("nobody answers");
        }
        return new Answer(200, "application/xml", body);
    }

    @Override
    public Answer post(URI address, String contentType, byte[] body, Map<String, String> headers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        database.close();
        try {
            Files.deleteIfExists(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
