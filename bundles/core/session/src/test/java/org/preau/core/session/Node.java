package org.preau.core.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Tx;
import org.preau.testkit.Exchange;
import org.preau.testkit.FakeAddress;
import org.preau.testkit.FakePages;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.SettableClock;
import org.preau.testkit.StandIn;

/** The session bundle of one node, wired by hand on a real database. */
final class Node {
    final List<PortalEvent> events = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final List<UUID> administered = new ArrayList<>();
    final SessionBook book;
    final SessionEnds ends;
    final DefaultPortalSessions sessions;
    final TxSignInDesk desk;
    final TxSignInDevices devices;
    final SessionConfig config;
    final ExpiryJob expiry;
    final Counters counters = new Counters();
    final WayOut wayOut = new WayOut(counters);
    private final Function<Counters, TxSignInDesk> withCounters;
    private final Path etc;

    Node(Tx tx, SmallDirectory directory, SettableClock clock, Path etc, Map<String, Object> settings) {
        this.etc = etc;
        this.config = FakeSettings.of(SessionConfig.class, settings);
        Events publish = events::add;
        Audit audit = StandIn.of(Audit.class, (method, arguments) -> {
            audited.add(arguments[1] + " " + arguments[2] + " " + arguments[3]);
            return null;
        });
        Authorisation authorisation = StandIn.of(Authorisation.class, (method, arguments) -> {
            boolean allowed = administered.contains(((Scope) arguments[2]).id());
            if (method.equals("require") && !allowed) {
                throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
            }
            return method.equals("require") ? null : allowed;
        });
        book = new SessionBook(
                config,
                tx,
                directory.accounts(),
                new Contexts(directory.directory(), directory.structures()),
                counters,
                clock);
        ends = new SessionEnds(tx, publish, audit, book, clock);
        sessions = new DefaultPortalSessions(tx, book, ends, publish, authorisation, directory.structures());
        withCounters = which -> new TxSignInDesk(
                config, tx, book, ends, directory.accounts(), which, publish, audit, new FakeAddress(), clock);
        desk = withCounters.apply(counters);
        devices = new TxSignInDevices(tx, ends, audit);
        expiry = new ExpiryJob(config, ends, clock);
    }

    /** A desk before other counters. */
    TxSignInDesk desk(Counters which) {
        return withCounters.apply(which);
    }

    Exchange proven(Exchange exchange, UUID accountId, String returnTo) throws IOException {
        if (counters.byId("local").isEmpty()) {
            counters.bindCounter(new TestCounter("local"));
        }
        signIns(exchange, true).proven(exchange.request(), exchange.response(), "local", accountId, returnTo);
        return exchange;
    }

    CounterSignIns signIns(Exchange exchange, boolean database) {
        return new CounterSignIns(desks(database), screen(exchange), new FakePages(), new FakeAddress());
    }

    Exchange signIn(Exchange exchange, boolean database) throws IOException {
        new SignInEndpoint(screen(exchange), desks(database), new FakePages(), new FakeAddress())
                .handle(exchange.request(), exchange.response());
        return exchange;
    }

    Exchange charter(Exchange exchange) throws IOException {
        new CharterEndpoint(config, new CharterText(etc), desks(true), new FakePages(), new FakeAddress())
                .handle(exchange.request(), exchange.response());
        return exchange;
    }

    Exchange signOut(Exchange exchange) throws IOException {
        new SignOutEndpoint(desks(true), wayOut, new FakePages(), new FakeAddress())
                .handle(exchange.request(), exchange.response());
        return exchange;
    }

    private SignInDesks desks(boolean database) {
        return new SignInDesks(database ? desk : null);
    }

    private SignInScreen screen(Exchange exchange) {
        return new SignInScreen(config, new FakePages(), counters, new FakeAddress());
    }
}
