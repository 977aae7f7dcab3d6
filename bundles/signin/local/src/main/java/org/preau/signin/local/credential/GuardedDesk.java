package org.preau.signin.local.credential;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.ClientNetwork;
import org.preau.api.signin.SignInsFailing;
import org.preau.signin.local.LocalCounter;

/**
 * Checks what users type so that nobody learns which logins exist: every attempt takes the same steps and one hash, whether the login is known, has a password, is closed, or not.
 */
@Component(
        service = {LocalDesk.class, GuardedDesk.class},
        configurationPid = "org.preau.signin.local")
public final class GuardedDesk implements LocalDesk {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Texts TEXTS = Texts.of(LocalCounter.class);
    private static final Verdict WRONG = new Verdict.Wrong();

    private final Credentials credentials;
    private final Accounts accounts;
    private final Attempts attempts;
    private final AllowedProfiles profiles;
    private final Audit audit;
    private final Events events;

    /** For the service registry. */
    @Activate
    public GuardedDesk(
            LocalConfig config,
            @Reference(target = "(preau.unit=signin_local)") Tx tx,
            @Reference Credentials credentials,
            @Reference Accounts accounts,
            @Reference Audit audit,
            @Reference Events events) {
        this(config, tx, credentials, accounts, audit, events, Clock.systemUTC());
    }

    /** With a clock of its own. */
    public GuardedDesk(
            LocalConfig config,
            Tx tx,
            Credentials credentials,
            Accounts accounts,
            Audit audit,
            Events events,
            Clock clock) {
        this.events = events;
        this.credentials = credentials;
        this.accounts = accounts;
        this.audit = audit;
        this.attempts = new Attempts(tx, clock, config.free_failures(), config.address_failures());
        this.profiles = new AllowedProfiles(config.profiles());
    }

    @Override
    public Verdict signIn(String login, String password, String client) {
        return guarded(login, client, open -> {
            Optional<Account> account = accounts.byLogin(login.strip());
            UUID id = account.map(Account::id).orElse(NOBODY);
            Credential credential = credentials.of(id);
            boolean right = credentials.verify(id, credential, shortened(password));
            if (!open || account.isEmpty()) {
                return WRONG;
            }
            Optional<Secret> typed = credential.secret().filter(secret -> secret.typedAs(shortened(password)));
            if (typed.isPresent() && typed.get().kind() == Secret.Kind.CODE) {
                return allowed(account.get(), new Verdict.CodeTyped());
            }
            return right || typed.isPresent() ? allowed(account.get(), new Verdict.Proven(id)) : WRONG;
        });
    }

    @Override
    public Verdict activate(String login, String code, String password, String client) {
        Optional<String> problem = credentials.problem(password, login, null);
        if (problem.isPresent()) {
            return new Verdict.Weak(problem.get());
        }
        return guarded(login, client, open -> {
            Optional<Account> account = accounts.byLogin(login.strip());
            Optional<Secret> secret =
                    credentials.of(account.map(Account::id).orElse(NOBODY)).secret();
            boolean right = secret.filter(known -> known.kind() == Secret.Kind.CODE)
                    .filter(known -> known.typedAs(shortened(code)))
                    .isPresent();
            if (!open || !right || account.isEmpty()) {
                credentials.spend(password);
                return WRONG;
            }
            Verdict verdict =
                    allowed(account.get(), new Verdict.Proven(account.get().id()));
            return verdict instanceof Verdict.Proven
                    ? chosen(account.get(), password, verdict, "signin.activate")
                    : verdict;
        });
    }

    @Override
    public Verdict change(UUID accountId, String before, String password, String client) {
        Account account = accounts.byId(accountId).orElse(null);
        if (account == null) {
            return WRONG;
        }
        return guarded(account.login(), client, open -> {
            boolean right = credentials.verify(accountId, credentials.of(accountId), shortened(before));
            if (!open || !right) {
                return WRONG;
            }
            Verdict verdict = allowed(account, new Verdict.Proven(accountId));
            return verdict instanceof Verdict.Proven
                    ? chosen(account, password, verdict, "signin.change-password")
                    : verdict;
        });
    }

    /**
     * Lets a second factor be tried, counted as a password is: after some failures it is not looked at for a while.
     *
     * @throws PortalException {@code TOO_MANY} when this client address failed too often lately
     */
    public boolean proof(UUID accountId, String client, BooleanSupplier check) {
        Verdict verdict = guarded(
                "factor " + accountId,
                client,
                open -> open && check.getAsBoolean() ? new Verdict.Proven(accountId) : WRONG);
        if (verdict instanceof Verdict.AddressClosed) {
            throw new PortalException(ErrorCode.TOO_MANY, TEXTS, "addressClosed");
        }
        return verdict instanceof Verdict.Proven;
    }

    @Override
    public int shortestPassword() {
        return credentials.shortestPassword();
    }

    /** Forgets attempts that are too old to matter. */
    int forget() {
        return attempts.forget();
    }

    private Verdict chosen(Account account, String password, Verdict verdict, String action) {
        Optional<String> problem = credentials.problem(password, account.login(), account);
        if (problem.isPresent()) {
            return new Verdict.Weak(problem.get());
        }
        credentials.setPassword(
                account.id(),
                password,
                () -> audit.record(
                        new Subject(account.id(), account.personId(), account.profile(), null),
                        action,
                        "account:" + account.id(),
                        Map.of("counter", "local")));
        return verdict;
    }

    private Verdict allowed(Account account, Verdict verdict) {
        return profiles.allows(account.profile()) ? verdict : new Verdict.OtherCounter();
    }

    private Verdict guarded(String login, String client, Check check) {
        Attempts.Gate gate = attempts.begin(login, client);
        if (gate == Attempts.Gate.ADDRESS_CLOSING) {
            failing(null, client);
        }
        if (gate == Attempts.Gate.ADDRESS_CLOSING || gate == Attempts.Gate.ADDRESS_CLOSED) {
            return new Verdict.AddressClosed();
        }
        Verdict verdict;
        try {
            verdict = check.run(gate.open());
        } catch (PortalException e) {
            attempts.notLookedAt(login, client, gate);
            throw e;
        }
        if (!(verdict instanceof Verdict.Wrong)) {
            attempts.succeeded(login, client);
        } else if (gate == Attempts.Gate.LAST) {
            accounts.byLogin(login.strip()).ifPresent(account -> failing(account.id(), client));
        }
        return verdict;
    }

    /** Told to who watches; once for each time that a login or an address is closed. */
    private void failing(@Nullable UUID account, String client) {
        events.publish(new SignInsFailing(Ids.next(), "local", account, ClientNetwork.of(client)));
    }

    private static String shortened(String typed) {
        return typed.length() > PasswordPolicy.LONGEST ? typed.substring(0, PasswordPolicy.LONGEST) : typed;
    }

    private interface Check {
        Verdict run(boolean open);
    }
}
