package org.preau.signin.local.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.Ids;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.job.Job;
import org.preau.api.job.Jobs;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.signin.local.credential.LocalConfig;

/** What lies between the password and the session: decides whether a second factor is due and keeps what is under way. Comes and goes with the database. */
@Component(
        service = {StepDesk.class, Job.class},
        configurationPid = "org.preau.signin.local")
public final class StepDesk implements Job {
    private static final Duration TIME = Duration.ofMinutes(15);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final boolean required;
    private final Tx tx;
    private final SqlSteps steps;
    private final SqlFactors factors;
    private final Accounts accounts;
    private final Grants grants;
    private final MailedCodes mailed;
    private final Jobs jobs;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public StepDesk(
            LocalConfig config,
            @Reference(target = "(preau.unit=signin_local)") Tx tx,
            @Reference Keys keys,
            @Reference Accounts accounts,
            @Reference Grants grants,
            @Reference MailedCodes mailed,
            @Reference Jobs jobs) {
        this(config, tx, keys, accounts, grants, mailed, jobs, Clock.systemUTC());
    }

    StepDesk(
            LocalConfig config,
            Tx tx,
            Keys keys,
            Accounts accounts,
            Grants grants,
            MailedCodes mailed,
            Jobs jobs,
            Clock clock) {
        this.required = required(config.second_factor());
        this.tx = tx;
        FactorSeal seal = new FactorSeal(keys);
        this.steps = new SqlSteps(seal);
        this.factors = new SqlFactors(seal);
        this.accounts = accounts;
        this.grants = grants;
        this.mailed = mailed;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * A step that was begun.
     *
     * @param token what the browser keeps
     * @param purpose what comes next
     */
    public record Begun(String token, Step.Purpose purpose) {
        @Override
        public String toString() {
            return "Begun[" + purpose + "]";
        }
    }

    /**
     * Called once the password is proved: nothing when that is enough.
     *
     * @param knownDevice whether the account has been used in this browser before; in another an administrator without a second factor is asked for a code from his mailbox even where factors are optional
     */
    public Optional<Begun> begin(UUID accountId, String returnTo, boolean knownDevice) {
        Account account = accounts.byId(accountId).orElse(null);
        if (account == null || account.profile() == Profile.STUDENT) {
            return Optional.empty();
        }
        if (of(account.id()).any()) {
            return Optional.of(open(account.id(), Step.Purpose.PROVE, returnTo));
        }
        if (!required && knownDevice || grants.ofAccount(account.id()).isEmpty()) {
            return Optional.empty();
        }
        if (mailed.possibleFor(account.id())) {
            return Optional.of(open(account.id(), Step.Purpose.PROVE, returnTo));
        }
        return required ? Optional.of(open(account.id(), Step.Purpose.ENROL, returnTo)) : Optional.empty();
    }

    /** Begins to add a factor, for somebody who is signed in and has just typed his password. */
    public Begun beginAdding(UUID accountId, String returnTo) {
        return open(accountId, Step.Purpose.ADD, returnTo);
    }

    /** The step that a browser is in. */
    public Optional<Step> find(String token) {
        return tx.readSql(connection -> steps.find(connection, hash(token), clock.instant()));
    }

    /** Uses a step up; no when it was used already. */
    public boolean consume(Step step) {
        return tx.writeSql(connection -> steps.consume(connection, step, clock.instant()));
    }

    /** The account's factors. */
    public Factors of(UUID accountId) {
        return tx.readSql(connection -> factors.of(connection, accountId));
    }

    /** Whether a code by mail will do here: for who has nothing better. */
    public boolean mailWillDo(Step step) {
        return step.purpose() == Step.Purpose.PROVE
                && !of(step.accountId()).any()
                && mailed.possibleFor(step.accountId());
    }

    /** Has a code mailed; no when there were enough already. */
    public boolean mail(Step step) {
        return mailWillDo(step)
                && tx.writeSql(connection -> {
                    boolean counted = steps.countMail(connection, step, MailedCodes.MAILS);
                    if (counted) {
                        jobs.schedule(MailedCodes.JOB, step.mailId().toString(), clock.instant());
                    }
                    return counted;
                });
    }

    @Override
    public String name() {
        return "signin.local.forget-steps";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String instance) {
        tx.writeSql(connection -> SqlSteps.forget(connection, clock.instant()));
    }

    private Begun open(UUID accountId, Step.Purpose purpose, String returnTo) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random());
        Instant now = clock.instant();
        tx.writeSql(connection -> {
            steps.insert(
                    connection,
                    new Step(
                            hash(token),
                            accountId,
                            purpose,
                            returnTo,
                            random(),
                            Totp.newSecret(),
                            Ids.next(),
                            0,
                            null,
                            now.plus(TIME)));
            return true;
        });
        return new Begun(token, purpose);
    }

    private static boolean required(String setting) {
        return switch (setting.strip()) {
            case "required" -> true;
            case "optional" -> false;
            default -> throw new IllegalArgumentException("second.factor: " + setting + " is not required or optional");
        };
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
