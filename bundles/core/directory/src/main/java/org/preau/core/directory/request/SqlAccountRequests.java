package org.preau.core.directory.request;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.Scope;
import org.preau.api.directory.lifecycle.Retention;
import org.preau.api.directory.request.AccountRequest;
import org.preau.api.directory.request.AccountRequested;
import org.preau.api.directory.request.AccountRequests;
import org.preau.api.directory.request.AccountWish;
import org.preau.api.directory.request.Expiry;
import org.preau.api.directory.request.RequestState;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.account.SchoolYear;
import org.preau.core.directory.identity.Perimeters;

/** Requests of accounts on PostgreSQL. */
@Component
public final class SqlAccountRequests implements AccountRequests {
    private static final Texts TEXTS = Texts.of(SqlAccountRequests.class);

    private final Tx tx;
    private final Authorisation authorisation;
    private final Perimeters perimeters;
    private final Accounts accounts;
    private final Retention retention;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public SqlAccountRequests(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Authorisation authorisation,
            @Reference Perimeters perimeters,
            @Reference Accounts accounts,
            @Reference Retention retention,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this.tx = tx;
        this.authorisation = authorisation;
        this.perimeters = perimeters;
        this.accounts = accounts;
        this.retention = retention;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public AccountRequest ask(Subject by, AccountWish wish) {
        authorisation.require(by, ASK, Scope.structure(wish.structureId()));
        return tx.writeSql(connection -> ask(connection, by, wish));
    }

    @Override
    public AccountRequest invite(Subject by, AccountWish wish) {
        authorisation.require(by, INVITE, Scope.structure(wish.structureId()));
        if (wish.profile() != Profile.GUEST) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "request.guest_only");
        }
        return tx.writeSql(
                connection -> accept(connection, by, ask(connection, by, wish).id()));
    }

    @Override
    public AccountRequest accept(Subject by, UUID requestId) {
        return tx.writeSql(connection -> {
            require(connection, by, requestId, RequestState.ASKED);
            return accept(connection, by, requestId);
        });
    }

    @Override
    public AccountRequest refuse(Subject by, UUID requestId, String reason) {
        String answer = reason.strip();
        if (answer.isEmpty()) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "request.reason");
        }
        return tx.writeSql(connection -> {
            require(connection, by, requestId, RequestState.ASKED);
            RequestSql.refuse(connection, requestId, by, nameOf(by), clock.instant(), answer);
            return told(connection, by, requestId, "account.refuse", Map.of("reason", answer));
        });
    }

    @Override
    public AccountRequest reopen(Subject by, UUID requestId) {
        return tx.writeSql(connection -> {
            require(connection, by, requestId, RequestState.REFUSED);
            RequestSql.reopen(connection, requestId);
            return told(connection, by, requestId, "account.reopen", Map.of());
        });
    }

    @Override
    public Page<AccountRequest> list(Subject viewer, RequestState state, PageRequest page) {
        var structures = perimeters.of(viewer, MODERATE, Optional.empty());
        return tx.readSql(connection -> RequestSql.list(connection, structures, viewer, state, page));
    }

    @Override
    public void setEnd(Subject by, UUID accountId, LocalDate until) {
        tx.writeSql(connection -> {
            Ends.Known known = Ends.known(connection, accountId)
                    .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "request.no_account"));
            String action = known.profile() == Profile.GUEST ? INVITE : MODERATE;
            perimeters.requirePerson(connection, by, action, known.person());
            LocalDate before = known.until();
            if (before == null) {
                throw new PortalException(ErrorCode.CONFLICT, TEXTS, "request.fed");
            }
            checkEnd(known.profile(), until);
            String state = Ends.set(connection, accountId, until);
            if (!state.equals(known.state())) {
                events.publish(new AccountStateChanged(accountId, AccountState.valueOf(state)));
            }
            audit.record(
                    by,
                    "account.end",
                    "account:" + accountId,
                    Map.of("before", before.toString(), "after", until.toString()));
            return true;
        });
    }

    @Override
    public Page<Expiry> expiring(Subject viewer, Optional<UUID> within, int days, PageRequest page) {
        var structures = perimeters.of(viewer, MODERATE, within);
        LocalDate last = SchoolYear.day(clock.instant()).plusDays(days);
        return tx.readSql(connection -> Ends.expiring(connection, last, structures, page));
    }

    private AccountRequest ask(Connection connection, Subject by, AccountWish wish) throws SQLException {
        if (wish.firstName().isBlank()
                || wish.lastName().isBlank()
                || wish.reason().isBlank()) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "request.incomplete");
        }
        LocalDate until = wish.until();
        if (until != null) {
            checkEnd(wish.profile(), until);
        }
        if ((int) Rows.count(connection, "select count(*) from directory.structure where id = ?", wish.structureId())
                == 0) {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "request.no_structure");
        }
        UUID id = Ids.next();
        RequestSql.insert(connection, id, wish, by, nameOf(by), clock.instant());
        return told(
                connection,
                by,
                id,
                "account.request",
                Map.of("profile", wish.profile().name()));
    }

    private AccountRequest accept(Connection connection, Subject by, UUID requestId) throws SQLException {
        AccountWish wish = RequestSql.byId(connection, requestId).orElseThrow().wish();
        LocalDate until = wish.until();
        LocalDate end = until == null ? latest(wish.profile()) : until;
        Account account = accounts.create(new NewAccount(
                Optional.empty(), wish.profile(), wish.structureId(), wish.firstName(), wish.lastName()));
        Rows.update(connection, "update directory.account set expires_on = ? where id = ?", end, account.id());
        Rows.update(connection, "update directory.person set email = ? where id = ?", wish.email(), account.personId());
        RequestSql.accept(connection, requestId, by, nameOf(by), clock.instant(), account);
        return told(
                connection,
                by,
                requestId,
                "account.accept",
                Map.of("account", account.id().toString(), "until", end.toString()));
    }

    private AccountRequest told(Connection connection, Subject by, UUID id, String action, Map<String, String> details)
            throws SQLException {
        AccountRequest request = RequestSql.byId(connection, id).orElseThrow();
        audit.record(by, action, "account-request:" + id, details);
        events.publish(new AccountRequested(id, request.wish().structureId(), request.state()));
        return request;
    }

    private void require(Connection connection, Subject by, UUID requestId, RequestState state) throws SQLException {
        RequestSql.lock(connection, requestId);
        AccountRequest request = RequestSql.byId(connection, requestId)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "request.unknown"));
        authorisation.require(by, MODERATE, Scope.structure(request.wish().structureId()));
        if (request.state() != state) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "request.decided");
        }
    }

    private void checkEnd(Profile profile, LocalDate until) {
        LocalDate today = SchoolYear.day(clock.instant());
        LocalDate last = profile == Profile.GUEST ? today.plusDays(retention.guestDays()) : today.plusYears(3);
        if (until.isBefore(today) || until.isAfter(last)) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "request.end", today.toString(), last.toString());
        }
    }

    private LocalDate latest(Profile profile) {
        LocalDate end = SchoolYear.end(clock.instant());
        LocalDate guest = SchoolYear.day(clock.instant()).plusDays(retention.guestDays());
        return profile == Profile.GUEST && guest.isBefore(end) ? guest : end;
    }

    private String nameOf(Subject by) {
        UUID account = by.accountId();
        return account == null
                ? TEXTS.both("request.portal").fr()
                : accounts.byId(account)
                        .map(each -> each.firstName() + " " + each.lastName())
                        .orElse("");
    }
}
