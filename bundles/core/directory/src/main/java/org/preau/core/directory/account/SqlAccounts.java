package org.preau.core.directory.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditDetails;
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
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;
import org.preau.core.directory.NameForms;

/** Accounts on PostgreSQL. Safe on any thread. */
@Component
public final class SqlAccounts implements Accounts {
    private static final String READ =
            """
            select a.id, a.person_id, a.login, a.state, a.profile, p.first_name, p.last_name
              from directory.account a join directory.person p on p.id = a.person_id
            """;
    private static final String BY_ID = READ
            + " where a.id = ? or a.id = (select l.account_id from directory.account_alias l where l.alias_id = ?)"
            + " order by (a.id = ?) desc limit 1";
    private static final String BY_LOGIN = READ
            + " where lower(a.login) = lower(?) or a.id = (select l.account_id from directory.account_alias l where"
            + " lower(l.login) = lower(?))";
    private static final String USED =
            "update directory.account set last_used_at = ? where (id = ? or id = (select account_id from"
                    + " directory.account_alias where alias_id = ?)) and (last_used_at is null or last_used_at < ?)";
    private static final String BY_MAIL = "with found as (" + READ
            + """
             where lower(p.email) = lower(?) and p.email <> '' and a.profile not in ('STUDENT', 'GUARDIAN')
               and a.state in ('INACTIVE', 'ACTIVE')
            ), fed as (
            select * from found f where exists (select 1 from directory.person_source s
                                                 where s.person_id = f.person_id and s.kind = 'STAFF' and s.gone_at is null))
            select * from fed union all select * from found where not exists (select 1 from fed) order by login limit 10
            """;
    private static final String OF_PERSON = READ + " where a.person_id = ? order by a.created_at, a.id";
    private static final String OF_SOURCE = READ
            + " where a.person_id in (select s.person_id from directory.person_source s where s.feed = ? and s.academy"
            + " = ? and s.kind in ('PUPIL', 'GUARDIAN') and s.key = ?) order by a.created_at, a.id limit 20";
    private static final String OF_SCOPE =
            " where a.person_id in (select b.person_id from directory.%s b where b.%s = ? and b.profile = ?)";
    private static final String INSERT_PERSON =
            "insert into directory.person (id, first_name, last_name, sort_name, search) values (?, ?, ?, ?, ?)";
    private static final String INSERT_AFFILIATION =
            "insert into directory.affiliation (person_id, structure_id, profile, source) values (?, ?, ?, 'hand')";
    private static final String INSERT_ACCOUNT =
            "insert into directory.account (id, person_id, login, state, profile, created_at, expires_on) values (?,"
                    + " ?, ?, 'INACTIVE', ?, ?, ?)";

    private final Tx tx;
    private final Audit audit;
    private final Events events;
    private final DirectoryGeneration generation;
    private final Clock clock;
    private final Texts texts = Texts.of(SqlAccounts.class);
    private final Logins logins = new Logins(texts);

    /** Takes its services. */
    @Activate
    public SqlAccounts(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Audit audit,
            @Reference Events events,
            @Reference DirectoryGeneration generation,
            @Reference Clock clock) {
        this.tx = tx;
        this.audit = audit;
        this.events = events;
        this.generation = generation;
        this.clock = clock;
    }

    @Override
    public Optional<Account> byId(UUID accountId) {
        return tx.readSql(
                connection -> Rows.first(connection, BY_ID, SqlAccounts::account, accountId, accountId, accountId));
    }

    @Override
    public List<UUID> aliasesOf(UUID accountId) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select alias_id from directory.account_alias where account_id = ? order by alias_id",
                row -> Rows.uuid(row, "alias_id"),
                accountId));
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return tx.readSql(
                connection -> Rows.first(connection, BY_LOGIN, SqlAccounts::account, login.strip(), login.strip()));
    }

    @Override
    public List<Account> byMail(String address) {
        return tx.readSql(connection -> Rows.list(connection, BY_MAIL, SqlAccounts::account, address.strip()));
    }

    @Override
    public List<Account> ofPerson(UUID personId) {
        return tx.readSql(connection -> Rows.list(connection, OF_PERSON, SqlAccounts::account, personId));
    }

    @Override
    public List<Account> bySource(String feed, String academy, String key) {
        return tx.readSql(connection -> Rows.list(connection, OF_SOURCE, SqlAccounts::account, feed, academy, key));
    }

    @Override
    public Page<Account> ofScope(Scope scope, Profile profile, PageRequest page) {
        boolean structure = scope.kind() == Scope.Kind.STRUCTURE;
        String where = structure
                ? OF_SCOPE.formatted("belonging", "structure_id")
                : OF_SCOPE.formatted("class_belonging", "class_id");
        return tx.readSql(connection -> {
            long total = (int)
                    Rows.count(connection, "select count(*) from directory.account a" + where, scope.id(), profile);
            List<Account> items = Rows.list(
                    connection,
                    READ + where + " order by p.sort_name, a.id limit ? offset ?",
                    SqlAccounts::account,
                    scope.id(),
                    profile,
                    page.limit(),
                    page.offset());
            return new Page<>(items, total);
        });
    }

    @Override
    public Account create(NewAccount account) {
        return tx.writeSql(connection -> create(connection, account));
    }

    private Account create(Connection connection, NewAccount wanted) throws SQLException {
        UUID structure = wanted.structureId();
        if ((int) Rows.count(connection, "select count(*) from directory.structure where id = ?", structure) == 0) {
            throw new PortalException(ErrorCode.NOT_FOUND, texts, "account.no_structure", structure);
        }
        UUID person = Ids.next();
        UUID id = Ids.next();
        Instant now = clock.instant();
        String first = wanted.firstName().strip();
        String last = wanted.lastName().strip();
        String login = wanted.login().isPresent()
                ? logins.wanted(connection, wanted.login().get(), id, now)
                : logins.fromNames(connection, first, last, id, now);
        Rows.update(
                connection,
                INSERT_PERSON,
                person,
                first,
                last,
                NameForms.plain(last + " " + first),
                NameForms.plain(first + " " + last));
        Rows.update(connection, INSERT_AFFILIATION, person, structure, wanted.profile());
        Rows.update(connection, INSERT_ACCOUNT, id, person, login, wanted.profile(), now, SchoolYear.end(now));
        AuditDetails details = AuditDetails.of(
                        Map.of("profile", wanted.profile().name(), "structure", structure.toString()))
                .personal(person, "login", login);
        audit.record(Subject.SYSTEM, "account.create", "account:" + id, details);
        events.publish(new DirectoryChanged("account"));
        tx.afterCommit(generation::next);
        return new Account(id, person, login, AccountState.INACTIVE, wanted.profile(), first, last);
    }

    @Override
    public void activate(UUID accountId) {
        tx.writeSql(connection -> {
            Account account = known(connection, accountId);
            if (account.state() == AccountState.ACTIVE) {
                return 0;
            }
            if (account.state() != AccountState.INACTIVE) {
                throw new PortalException(ErrorCode.CONFLICT, texts, "account.not_activable", account.login());
            }
            events.publish(new AccountStateChanged(account.id(), AccountState.ACTIVE));
            return Rows.update(
                    connection,
                    "update directory.account set state = 'ACTIVE', activated_at = ? where id = ?",
                    clock.instant(),
                    account.id());
        });
    }

    @Override
    public void setState(UUID accountId, AccountState state) {
        tx.writeSql(connection -> {
            Account account = known(connection, accountId);
            if (account.state() == state) {
                return 0;
            }
            audit.record(
                    Subject.SYSTEM,
                    "account.state",
                    "account:" + account.id(),
                    AuditDetails.NONE.change("state", account.state(), state));
            events.publish(new AccountStateChanged(account.id(), state));
            return Rows.update(
                    connection,
                    "update directory.account set state = ?, state_before = null where id = ?",
                    state,
                    account.id());
        });
    }

    @Override
    public void used(UUID accountId) {
        Instant now = clock.instant();
        tx.writeSql(connection ->
                Rows.update(connection, USED, now, accountId, accountId, now.minus(Duration.ofMinutes(10))));
    }

    private Account known(Connection connection, UUID accountId) throws SQLException {
        return Rows.first(connection, BY_ID, SqlAccounts::account, accountId, accountId, accountId)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, texts, "account.unknown", accountId));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "person_id"),
                row.getString("login"),
                AccountState.valueOf(row.getString("state")),
                Profile.valueOf(row.getString("profile")),
                row.getString("first_name"),
                row.getString("last_name"));
    }
}
