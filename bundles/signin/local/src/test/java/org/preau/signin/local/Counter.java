package org.preau.signin.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.authorisation.Grant;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.StaticResources;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.SignInDevices;
import org.preau.api.signin.SignIns;
import org.preau.signin.local.credential.Credentials;
import org.preau.signin.local.credential.DefaultLocalPasswords;
import org.preau.signin.local.credential.GuardedDesk;
import org.preau.signin.local.credential.LocalConfig;
import org.preau.signin.local.factor.FactorDesks;
import org.preau.signin.local.factor.Factory;
import org.preau.signin.local.factor.Mailbox;
import org.preau.signin.local.sheet.DefaultActivationSheets;
import org.preau.testkit.Exchange;
import org.preau.testkit.FakeAddress;
import org.preau.testkit.FakeKeys;
import org.preau.testkit.FakePages;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.SettableClock;
import org.preau.testkit.StandIn;

/** The local counter wired by hand on a real database. */
final class Counter {
    final List<UUID> signedIn = new ArrayList<>();
    final List<UUID> charters = new ArrayList<>();
    final List<UUID> revoked = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final List<Scope> allowed = new ArrayList<>();
    final Credentials credentials;
    final GuardedDesk desk;
    final DefaultLocalPasswords passwords;
    final DefaultActivationSheets sheets;
    final SignIns signIns;
    final List<Grant> grants = new ArrayList<>();
    final List<PortalEvent> failing = new ArrayList<>();
    final Mailbox mailbox = new Mailbox();
    final Factory wired;
    final FactorDesks factors;
    private final PortalSessions sessions;
    private final SmallSchool school;
    Optional<PortalSession> session = Optional.empty();

    @Nullable
    SignInDevices devices;

    Counter(Tx tx, SmallSchool school, SettableClock clock, Map<String, Object> settings) {
        LocalConfig config = FakeSettings.of(LocalConfig.class, settings);
        Audit audit = StandIn.of(Audit.class, (method, arguments) -> {
            audited.add(arguments[1] + " " + arguments[2]);
            return null;
        });
        Authorisation authorisation = StandIn.of(Authorisation.class, (method, arguments) -> {
            boolean yes = ((Subject) arguments[0]).isSystem() || allowed.contains(arguments[2]);
            if (method.equals("require") && !yes) {
                throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
            }
            return method.equals("require") ? null : yes;
        });
        this.school = school;
        sessions = StandIn.of(PortalSessions.class, (method, arguments) -> {
            if (method.equals("current")) {
                return session;
            }
            if (method.equals("touch")) {
                return null;
            }
            revoked.add((UUID) arguments[1]);
            return 0;
        });
        credentials = new Credentials(config, tx, new FakeKeys(), clock);
        desk = new GuardedDesk(config, tx, credentials, school.accounts(), audit, failing::add, clock);
        passwords = new DefaultLocalPasswords(
                credentials,
                school.accounts(),
                school.directory(),
                school.structures(),
                authorisation,
                audit,
                sessions);
        sheets = new DefaultActivationSheets(
                config,
                credentials,
                school.accounts(),
                school.directory(),
                school.structures(),
                authorisation,
                audit,
                new FakeAddress());
        signIns = signIns(new Exchange[1]);
        wired = new Factory(config, tx, school.accounts(), school.directory(), mailbox, desk, audit, clock, grants);
        factors = wired.desks;
    }

    Exchange signIn(String login, String password) throws IOException {
        return send(Exchange.post("/signin/local")
                .parameter("csrf", "ours")
                .parameter("username", login)
                .parameter("password", password));
    }

    Exchange activate(String login, String code, String password) throws IOException {
        return send(Exchange.post("/signin/local/activate")
                .parameter("csrf", "ours")
                .parameter("username", login)
                .parameter("code", code)
                .parameter("password", password)
                .parameter("password2", password));
    }

    Exchange send(Exchange exchange) throws IOException {
        return send(exchange, new LocalDesks(desk));
    }

    Exchange send(Exchange exchange, LocalDesks desks) throws IOException {
        FakePages pages = new FakePages();
        SignIns to = signIns(new Exchange[] {exchange});
        AfterPassword after = new AfterPassword(to, factors, pages, new FakeAddress());
        after.devices = devices;
        SecurityEndpoint security =
                new SecurityEndpoint(sessions, school.accounts(), desks, factors, pages, new FakeAddress());
        security.devices = devices;
        StaticResources resources = StandIn.of(StaticResources.class, (method, arguments) -> "/res/" + arguments[1]);
        List<HttpEndpoint> endpoints = List.of(
                new LocalEndpoint(to, after, desks, pages, new FakeAddress()),
                new ActivationEndpoint(after, desks, pages, new FakeAddress()),
                new FactorEndpoint(after, factors, pages, new FakeAddress(), resources),
                new EnrolEndpoint(after, factors, school.accounts(), pages, new FakeAddress(), resources),
                security,
                new PasswordEndpoint(sessions, school.accounts(), desks, pages, new FakeAddress()),
                new ForgottenEndpoint(pages));
        for (HttpEndpoint endpoint : endpoints) {
            if (endpoint.path().equals(exchange.request().getRequestURI())) {
                try {
                    endpoint.handle(exchange.request(), exchange.response());
                } catch (jakarta.servlet.ServletException e) {
                    throw new IOException(e);
                }
            }
        }
        return exchange;
    }

    private SignIns signIns(Exchange[] exchange) {
        return StandIn.of(SignIns.class, (method, arguments) -> {
            switch (method) {
                case "proven" -> {
                    signedIn.add((UUID) arguments[3]);
                    exchange[0].response().setStatus(303);
                }
                case "again" -> {
                    exchange[0].response().getWriter().write((String) arguments[3]);
                    exchange[0].response().setStatus((int) arguments[4]);
                }
                case "acceptCharter" -> charters.add((UUID) arguments[0]);
                default -> throw new UnsupportedOperationException(method);
            }
            return null;
        });
    }
}
