package org.preau.signin.local.credential;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;

/** The credentials of local accounts. */
@Component(service = Credentials.class, configurationPid = "org.preau.signin.local")
@Designate(ocd = LocalConfig.class)
public final class Credentials {
    private final Tx tx;
    private final SqlCredentials sql;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final SecretMaker maker = new SecretMaker();
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public Credentials(
            LocalConfig config, @Reference(target = "(preau.unit=signin_local)") Tx tx, @Reference Keys keys) {
        this(config, tx, keys, Clock.systemUTC());
    }

    /** With a clock of its own. */
    public Credentials(LocalConfig config, Tx tx, Keys keys, Clock clock) {
        this.tx = tx;
        this.sql = new SqlCredentials(new SecretSeal(keys));
        this.hasher = new PasswordHasher(
                new Argon2Hash.Cost(config.argon2_memory_kib(), config.argon2_iterations(), 1),
                config.at_once(),
                Duration.ofSeconds(config.wait_seconds()));
        this.policy = new PasswordPolicy(config.password_length());
        this.clock = clock;
    }

    Credential of(UUID accountId) {
        return tx.readSql(connection -> sql.of(connection, accountId));
    }

    /** Whether the password is the account's; costs the same whatever there is to compare it with. Makes an outdated hash anew. */
    boolean verify(UUID accountId, Credential credential, String password) {
        String hash = credential.hash();
        boolean right = hasher.verify(hash, password);
        if (right && hash != null && hasher.outdated(hash)) {
            setPassword(accountId, password, () -> {});
        }
        return right;
    }

    /** Spends the time of a check. */
    void spend(String password) {
        hasher.verify(null, password);
    }

    /** Keeps a password, and does {@code with} in the same transaction; codes and passphrases count no more. */
    public void setPassword(UUID accountId, String password, Runnable with) {
        String hash = hasher.hash(password);
        tx.writeSql(connection -> {
            sql.setHash(connection, accountId, hash, clock.instant());
            with.run();
            return true;
        });
    }

    /** Gives the account another code or passphrase, and does {@code with} in the same transaction; its password counts no more. */
    public Secret renew(Account account, Runnable with) {
        Secret secret = maker.next(account.profile());
        tx.writeSql(connection -> {
            sql.setSecret(connection, account.id(), secret, clock.instant());
            with.run();
            return true;
        });
        return secret;
    }

    /** Gives those of the accounts that have a credential another code or passphrase; gives how many, or would. */
    int renewAll(Collection<Account> accounts, boolean exercise, Runnable with) {
        Map<UUID, Account> byId = new HashMap<>();
        accounts.forEach(account -> byId.put(account.id(), account));
        return tx.writeSql(connection -> {
            Map<UUID, Credential> found = sql.of(connection, byId.keySet());
            if (!exercise && !found.isEmpty()) {
                for (UUID id : found.keySet()) {
                    Account account = byId.get(id);
                    if (account != null) {
                        sql.setSecret(connection, id, maker.next(account.profile()), clock.instant());
                    }
                }
                with.run();
            }
            return found.size();
        });
    }

    /**
     * The codes and passphrases of these accounts. They are made where a pupil or somebody who never signed in has no credential yet; there is none for who has a password of his own.
     */
    public Map<UUID, Secret> secretsOf(Collection<Account> accounts) {
        List<UUID> ids = accounts.stream().map(Account::id).toList();
        return tx.writeSql(connection -> {
            Map<UUID, Credential> found = sql.of(connection, ids);
            Map<UUID, Secret> missing = new HashMap<>();
            for (Account account : accounts) {
                if (!found.containsKey(account.id()) && needsSheet(account)) {
                    missing.put(account.id(), maker.next(account.profile()));
                }
            }
            if (!missing.isEmpty()) {
                sql.addSecrets(connection, missing, clock.instant());
                found = sql.of(connection, ids);
            }
            Map<UUID, Secret> secrets = new HashMap<>();
            found.forEach((id, credential) -> credential.secret().ifPresent(secret -> secrets.put(id, secret)));
            return secrets;
        });
    }

    private static boolean needsSheet(Account account) {
        return account.state() == AccountState.INACTIVE || account.profile() == Profile.STUDENT;
    }

    /** What is wrong with a password, as the key of a text; {@code account} is null while nobody has proved to be its holder. */
    public Optional<String> problem(String password, String login, @Nullable Account account) {
        return policy.problem(
                password,
                account == null
                        ? List.of(login)
                        : List.of(login, account.login(), account.firstName(), account.lastName()));
    }

    /** How many characters a chosen password needs. */
    public int shortestPassword() {
        return policy.shortest();
    }
}
