package org.preau.core.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running sessions: looked up in memory first, else in the database. Whether the charter is accepted is for the caller to ask. */
@Component(service = SessionBook.class, configurationPid = "org.preau.core.session")
@Designate(ocd = SessionConfig.class)
public final class SessionBook {
    private static final Logger log = LoggerFactory.getLogger(SessionBook.class);

    private final Tx tx;
    private final Accounts accounts;
    private final Contexts contexts;
    private final Counters counters;
    private final Clock clock;
    private volatile SessionLimits limits;
    private volatile String charter;
    private final SessionCache cache;

    /** For the service registry. */
    @Activate
    public SessionBook(
            SessionConfig config,
            @Reference(target = "(preau.unit=session)") Tx tx,
            @Reference Accounts accounts,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Counters counters) {
        this(config, tx, accounts, new Contexts(directory, structures), counters, Clock.systemUTC());
    }

    SessionBook(SessionConfig config, Tx tx, Accounts accounts, Contexts contexts, Counters counters, Clock clock) {
        this.tx = tx;
        this.accounts = accounts;
        this.contexts = contexts;
        this.counters = counters;
        this.clock = clock;
        this.limits = SessionLimits.of(config);
        this.charter = config.charter_version();
        this.cache = new SessionCache(config.cached_sessions());
    }

    /** Takes changed settings without going away: nobody who uses this notices. */
    @Modified
    void modified(SessionConfig config) {
        limits = SessionLimits.of(config);
        charter = config.charter_version();
        cache.dropAll();
    }

    Optional<LiveSession> find(SessionToken token) {
        SessionToken.TokenHash hash = token.hash();
        Optional<LiveSession> known = cache.get(hash).filter(this::running);
        if (known.isPresent()) {
            return known;
        }
        long mark = cache.mark();
        return tx.readSql(connection -> SqlSessions.byHash(connection, charter, hash))
                .flatMap(row -> keep(mark, row));
    }

    Optional<LiveSession> find(UUID id) {
        Optional<LiveSession> known = cache.get(id).filter(this::running);
        if (known.isPresent()) {
            return known;
        }
        long mark = cache.mark();
        return tx.readSql(connection -> SqlSessions.byId(connection, charter, id))
                .flatMap(row -> keep(mark, row));
    }

    List<PortalSession> latest(PageRequest page) {
        return tx.readSql(connection -> SqlSessions.latest(connection, charter, page)).stream()
                .flatMap(row -> read(row).stream())
                .map(LiveSession::session)
                .toList();
    }

    long count() {
        return tx.readSql(SqlSessions::count);
    }

    /** Notes an act of the session's user; while the database is away it is noted in memory only. */
    void touch(UUID id) {
        Instant now = clock.instant();
        try {
            find(id).filter(live -> live.touched(now))
                    .ifPresent(live -> tx.writeSql(connection -> {
                        SqlSessions.touch(connection, id, now);
                        return true;
                    }));
        } catch (PortalException e) {
            log.debug("An act in session {} was not written", id, e);
        }
    }

    List<Context> contextsOf(UUID accountId) {
        return accounts.byId(accountId)
                .map(account -> contexts.of(account.personId(), account.profile()))
                .orElse(List.of());
    }

    /** Those of the session: what its counter does not serve is not in it. */
    List<Context> contextsOf(PortalSession session) {
        return contextsOf(session.accountId()).stream()
                .filter(context -> counters.serves(
                        session.counter(), context.profile(), session.context().profile()))
                .toList();
    }

    void drop(Collection<UUID> ids) {
        cache.drop(ids);
    }

    void dropAll() {
        cache.dropAll();
    }

    private boolean running(LiveSession live) {
        return live.running(limits, clock.instant());
    }

    private Optional<LiveSession> keep(long mark, SessionRow row) {
        Optional<LiveSession> live = read(row);
        live.ifPresent(found -> cache.put(mark, found));
        return live;
    }

    private Optional<LiveSession> read(SessionRow row) {
        if (!limits.running(row.created(), row.lastAct(), clock.instant())) {
            return Optional.empty();
        }
        return accounts.byId(row.accountId())
                .filter(account -> account.state() == AccountState.ACTIVE)
                .flatMap(account ->
                        context(account, row).map(context -> new LiveSession(row, session(row, account, context))));
    }

    private Optional<Context> context(Account account, SessionRow row) {
        Choice choice = row.choice();
        List<Context> his = contexts.of(account.personId(), account.profile()).stream()
                .filter(context -> counters.serves(row.counter(), context.profile(), choice.profile()))
                .toList();
        return Contexts.find(his, choice).or(() -> his.stream().findFirst());
    }

    private static PortalSession session(SessionRow row, Account account, Context context) {
        return new PortalSession(
                row.id(),
                account.id(),
                account.personId(),
                account.login(),
                account.firstName(),
                account.lastName(),
                row.counter(),
                row.created(),
                context);
    }
}
