package org.preau.signin.local.factor;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Subject;
import org.preau.api.directory.Accounts;
import org.preau.api.http.PublicAddress;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.signin.local.credential.GuardedDesk;

/** Proves, adds and removes second factors; every act leaves a trace. Comes and goes with the database. */
@Component(service = FactorDesk.class)
public final class FactorDesk {
    private final Tx tx;
    private final SqlSteps steps;
    private final SqlFactors factors;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final MailedCodes mailed;
    private final GuardedDesk guard;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public FactorDesk(
            @Reference(target = "(preau.unit=signin_local)") Tx tx,
            @Reference Keys keys,
            @Reference MailedCodes mailed,
            @Reference GuardedDesk guard,
            @Reference Accounts accounts,
            @Reference Audit audit,
            @Reference PublicAddress address) {
        this(tx, keys, mailed, guard, accounts, audit, new Passkeys(address.origin()), Clock.systemUTC());
    }

    FactorDesk(
            Tx tx,
            Keys keys,
            MailedCodes mailed,
            GuardedDesk guard,
            Accounts accounts,
            Audit audit,
            Passkeys passkeys,
            Clock clock) {
        this.tx = tx;
        FactorSeal seal = new FactorSeal(keys);
        this.steps = new SqlSteps(seal);
        this.factors = new SqlFactors(seal);
        this.recovery = new RecoveryCodes(keys);
        this.passkeys = passkeys;
        this.mailed = mailed;
        this.guard = guard;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a code typed is right: the app's, or one for recovery. The step is used up then. */
    public boolean code(Step step, String typed, String client) {
        Instant now = clock.instant();
        UUID id = step.accountId();
        boolean spare = RecoveryCodes.looksLike(typed);
        String digits = typed.replaceAll("\\s", "");
        return guard.proof(
                id,
                client,
                () -> tx.writeSql(connection -> {
                    boolean right = spare
                            ? factors.useRecovery(connection, id, recovery.hash(id, typed))
                            : factors.useCode(connection, id, digits, now);
                    return right && steps.consume(connection, step, now) && proved(id, spare ? "recovery" : "app");
                }));
    }

    /** Whether the code that was mailed is right; the step is used up then. */
    public boolean mailedCode(Step step, String typed, String client) {
        Instant now = clock.instant();
        byte[] hash = mailed.hash(step.mailId(), typed.replaceAll("\\s", ""));
        return guard.proof(
                step.accountId(),
                client,
                () -> tx.writeSql(connection -> steps.tryMailed(connection, step, hash, MailedCodes.TRIES, now)
                        && !factors.of(connection, step.accountId()).any()
                        && steps.consume(connection, step, now)
                        && proved(step.accountId(), "mail")));
    }

    /** Whether one of the account's passkeys signed the step's challenge; the step is used up then. */
    public boolean passkey(Step step, String answer, String client) {
        Instant now = clock.instant();
        return guard.proof(
                step.accountId(),
                client,
                () -> tx.writeSql(connection -> {
                    Optional<Passkeys.Signed> signed = passkeys.signed(
                            factors.of(connection, step.accountId()).passkeys(), step.challenge(), answer);
                    return signed.isPresent()
                            && steps.consume(connection, step, now)
                            && factors.usedPasskey(
                                    connection,
                                    signed.get().passkey(),
                                    signed.get().signCount(),
                                    signed.get().backedUp(),
                                    now)
                            && proved(step.accountId(), "passkey");
                }));
    }

    /** Adds the app whose first code was typed; gives the recovery codes to show, empty where there are some already, nothing when the code is wrong. */
    public Optional<List<String>> addApp(Step step, String typed, String client) {
        OptionalLong used = Totp.stepOf(step.secret(), typed.replaceAll("\\s", ""), clock.instant(), 0);
        if (!guard.proof(step.accountId(), client, used::isPresent)) {
            return Optional.empty();
        }
        return tx.writeSql(connection -> {
            if (!steps.done(connection, step)) {
                return Optional.empty();
            }
            factors.setApp(connection, step.accountId(), step.secret(), used.getAsLong(), clock.instant());
            trace(step.accountId(), "signin.factor-add", "app");
            return Optional.of(freshCodes(connection, step.accountId(), false));
        });
    }

    /** Adds the passkey that answered the step's challenge; gives what {@link #addApp} gives. */
    public Optional<List<String>> addPasskey(Step step, String name, String answer) {
        Optional<Passkey> made = passkeys.registered(step.accountId(), name, step.challenge(), answer, clock.instant());
        return made.isEmpty()
                ? Optional.empty()
                : tx.writeSql(connection -> {
                    if (!steps.done(connection, step)) {
                        return Optional.empty();
                    }
                    factors.addPasskey(connection, made.get());
                    trace(step.accountId(), "signin.factor-add", "passkey");
                    return Optional.of(freshCodes(connection, step.accountId(), false));
                });
    }

    /** Other recovery codes; the earlier ones count no more. */
    public List<String> renewRecovery(UUID accountId) {
        return tx.writeSql(connection -> {
            trace(accountId, "signin.factor-add", "recovery");
            return freshCodes(connection, accountId, true);
        });
    }

    /** Takes a factor away: {@code app}, or a passkey by its id. */
    public boolean remove(UUID accountId, String which) {
        byte @Nullable [] credential =
                which.equals("app") ? null : Base64.getUrlDecoder().decode(which);
        return tx.writeSql(connection -> {
            boolean removed = credential == null
                    ? factors.removeApp(connection, accountId)
                    : factors.removePasskey(connection, accountId, credential);
            if (removed) {
                trace(accountId, "signin.factor-remove", credential == null ? "app" : "passkey");
            }
            return removed;
        });
    }

    /** Takes all factors of an account away, for who lost them all; gives how many there were. */
    public int removeAll(Subject by, UUID accountId) {
        return tx.writeSql(connection -> {
            int removed = factors.removeAll(connection, accountId);
            audit.record(by, "signin.factor-reset", "account:" + accountId, Map.of("count", String.valueOf(removed)));
            return removed;
        });
    }

    /** What makes passkeys possible here. */
    public boolean passkeysPossible() {
        return passkeys.possible();
    }

    /** The question for the browser that makes a passkey. */
    public String creationOptions(Step step, String login, Factors present) {
        return PasskeyOptions.create(passkeys.host(), step.accountId(), login, step.challenge(), present.passkeys());
    }

    /** The question for the browser that uses one. */
    public String requestOptions(Step step, Factors present) {
        return PasskeyOptions.get(passkeys.host(), step.challenge(), present.passkeys());
    }

    private List<String> freshCodes(java.sql.Connection connection, UUID accountId, boolean anyway)
            throws java.sql.SQLException {
        if (!anyway && factors.of(connection, accountId).recoveryCodes() > 0) {
            return List.of();
        }
        List<String> codes = recovery.make();
        factors.setRecovery(
                connection,
                accountId,
                codes.stream().map(code -> recovery.hash(accountId, code)).toList());
        return codes;
    }

    private boolean proved(UUID accountId, String kind) {
        trace(accountId, "signin.factor-prove", kind);
        return true;
    }

    private void trace(UUID accountId, String action, String kind) {
        Subject by = accounts.byId(accountId)
                .map(account -> new Subject(account.id(), account.personId(), account.profile(), null))
                .orElse(Subject.SYSTEM);
        audit.record(by, action, "account:" + accountId, Map.of("factor", kind));
    }
}
