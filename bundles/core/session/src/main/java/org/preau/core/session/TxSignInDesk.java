package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditDetails;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.http.PublicAddress;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.ClientNetwork;
import org.preau.api.signin.DeviceNoticed;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.preau.api.signin.SessionChanged;
import org.preau.api.signin.SessionOpened;
import org.preau.api.signin.SignInCounter;
import org.preau.core.session.device.DeviceToken;
import org.preau.core.session.device.SqlDevices;

/** Opens sessions and records charters, each act one transaction with its trace. */
@Component(service = SignInDesk.class, configurationPid = "org.preau.core.session")
public final class TxSignInDesk implements SignInDesk {
    private static final Texts TEXTS = Texts.of(TxSignInDesk.class);

    private volatile String charter;
    private final Tx tx;
    private final SessionBook book;
    private final SessionEnds ends;
    private final Accounts accounts;
    private final Counters counters;
    private final Events events;
    private final Audit audit;
    private final PublicAddress address;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public TxSignInDesk(
            SessionConfig config,
            @Reference(target = "(preau.unit=session)") Tx tx,
            @Reference SessionBook book,
            @Reference SessionEnds ends,
            @Reference Accounts accounts,
            @Reference Counters counters,
            @Reference Events events,
            @Reference Audit audit,
            @Reference PublicAddress address) {
        this(config, tx, book, ends, accounts, counters, events, audit, address, Clock.systemUTC());
    }

    TxSignInDesk(
            SessionConfig config,
            Tx tx,
            SessionBook book,
            SessionEnds ends,
            Accounts accounts,
            Counters counters,
            Events events,
            Audit audit,
            PublicAddress address,
            Clock clock) {
        this.charter = config.charter_version();
        this.tx = tx;
        this.book = book;
        this.ends = ends;
        this.accounts = accounts;
        this.counters = counters;
        this.events = events;
        this.audit = audit;
        this.address = address;
        this.clock = clock;
    }

    /** Takes changed settings without going away: nobody who uses this notices. */
    @Modified
    void modified(SessionConfig config) {
        charter = config.charter_version();
    }

    @Override
    public Standing standing(HttpServletRequest request) {
        return SessionCookie.read(request)
                .flatMap(book::find)
                .map(live -> live.row().charterAccepted() ? Standing.IN : Standing.CHARTER)
                .orElse(Standing.OUT);
    }

    @Override
    public Opened open(HttpServletRequest request, String counter, UUID accountId) {
        Account account = accounts.byId(accountId).orElseThrow(() -> refused("accountUnknown"));
        switch (account.state()) {
            case BLOCKED -> throw refused("accountBlocked");
            case LEAVING, ARCHIVED -> throw refused("accountLeaving");
            case ACTIVE, INACTIVE -> {}
        }
        if (counters.closed(counter)) {
            throw refused("counterClosed");
        }
        List<Context> contexts = contextsAt(counter, account);
        SessionToken token = SessionToken.next();
        UUID sessionId = Ids.next();
        Optional<DeviceToken> device = account.profile() == Profile.STUDENT
                ? Optional.empty()
                : Optional.of(DeviceToken.read(request).orElseGet(DeviceToken::next));
        boolean accepted = tx.writeSql(connection -> {
            SessionCookie.read(request)
                    .ifPresent(earlier -> ends.ofToken(subject(account, contexts.get(0)), "replaced", earlier));
            if (account.state() == AccountState.INACTIVE) {
                accounts.activate(account.id());
            }
            accounts.used(account.id());
            events.publish(
                    new SessionOpened(sessionId, account.id(), counter, ClientNetwork.of(address.clientOf(request))));
            UUID deviceId = device.isEmpty() ? null : noted(connection, request, counter, account, device.get());
            return insert(connection, request, counter, account, contexts, sessionId, token, deviceId);
        });
        return new Opened(sessionId, token, !accepted, device);
    }

    @Override
    public void acceptCharter(UUID accountId) {
        accept(Subject.SYSTEM, accountId);
    }

    @Override
    public void acceptCharter(HttpServletRequest request) {
        SessionCookie.read(request).flatMap(book::find).ifPresent(live -> {
            accept(live.session().subject(), live.session().accountId());
            tx.writeSql(connection -> {
                events.publish(new SessionChanged(live.row().id()));
                return true;
            });
            book.drop(List.of(live.row().id()));
        });
    }

    @Override
    public Optional<PortalSession> signOut(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(token -> {
            Optional<PortalSession> ended = book.find(token).map(LiveSession::session);
            ends.ofToken(ended.map(PortalSession::subject).orElse(Subject.SYSTEM), "signed out", token);
            return ended;
        });
    }

    /** Where the account may be when it comes by that counter: never as a profile that the counter does not serve, whatever it proved. */
    private List<Context> contextsAt(String id, Account account) {
        SignInCounter counter =
                counters.byId(id).orElseThrow(() -> new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "counterClosed"));
        List<Context> all = book.contextsOf(account.id());
        if (all.isEmpty()) {
            throw refused("accountNowhere");
        }
        List<Context> served = all.stream()
                .filter(context -> counters.serves(counter, context.profile()))
                .toList();
        if (served.isEmpty()) {
            throw refused("counterNotForProfile");
        }
        return served;
    }

    /** Notes in which browser; one that is new to the account is told of. */
    private UUID noted(
            Connection connection, HttpServletRequest request, String counter, Account account, DeviceToken token)
            throws SQLException {
        String userAgent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        SqlDevices.Noted noted = SqlDevices.note(connection, account.id(), token, userAgent, counter, clock.instant());
        if (noted.tell()) {
            events.publish(new DeviceNoticed(noted.id(), account.id()));
        }
        return noted.id();
    }

    /** Writes the session; gives whether the charter in force is accepted already. */
    private boolean insert(
            Connection connection,
            HttpServletRequest request,
            String counter,
            Account account,
            List<Context> contexts,
            UUID sessionId,
            SessionToken token,
            @Nullable UUID deviceId)
            throws SQLException {
        Optional<Choice> last = SqlSessions.lastContext(connection, account.id());
        Context context =
                last.flatMap(choice -> Contexts.find(contexts, choice)).orElse(contexts.get(0));
        Instant now = clock.instant();
        SessionRow row = new SessionRow(
                sessionId,
                token.hash(),
                account.id(),
                account.personId(),
                counter,
                Choice.of(context),
                now,
                now,
                false);
        SqlSessions.insert(connection, row, deviceId);
        audit.record(
                subject(account, context),
                "session.open",
                "account:" + account.id(),
                AuditDetails.of(Map.of("counter", counter, "session", row.id().toString()))
                        .personal(account.personId(), "address", address.clientOf(request)));
        return SqlSessions.byId(connection, charter, row.id())
                .map(SessionRow::charterAccepted)
                .orElse(false);
    }

    private void accept(Subject by, UUID accountId) {
        tx.writeSql(connection -> {
            if (SqlCharters.accept(connection, accountId, charter, clock.instant())) {
                audit.record(by, "charter.accept", "account:" + accountId, Map.of("version", charter));
            }
            return true;
        });
    }

    private static Subject subject(Account account, Context context) {
        return new Subject(account.id(), account.personId(), context.profile(), context.structureId());
    }

    private static PortalException refused(String key) {
        return new PortalException(ErrorCode.FORBIDDEN, TEXTS, key);
    }
}
