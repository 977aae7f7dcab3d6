package org.preau.signin.local.factor;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.job.Job;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;

/** Codes to the academic mailbox (611D): six digits, ten minutes, five tries. Made when they are sent, by a job, so that no request waits for a mail server. */
@Component(
        service = {MailedCodes.class, Job.class},
        configurationPid = "org.preau.signin.local")
public final class MailedCodes implements Job {
    static final String JOB = "signin.local.mail-code";
    static final int TRIES = 5;
    static final int MAILS = 3;
    private static final Duration HOLDS = Duration.ofMinutes(10);
    private static final String KEY = "signin.local.mail";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CodeMail mail;
    private final Tx tx;
    private final Keys keys;
    private final SqlSteps steps;
    private final Accounts accounts;
    private final Directory directory;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public MailedCodes(
            CodeMailConfig config,
            @Reference(target = "(preau.unit=signin_local)") Tx tx,
            @Reference Keys keys,
            @Reference Accounts accounts,
            @Reference Directory directory) {
        this(new CodeMail(config), tx, keys, accounts, directory, Clock.systemUTC());
    }

    /** With a clock of its own. */
    MailedCodes(CodeMail mail, Tx tx, Keys keys, Accounts accounts, Directory directory, Clock clock) {
        this.mail = mail;
        this.tx = tx;
        this.keys = keys;
        this.steps = new SqlSteps(new FactorSeal(keys));
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        UUID mailId = UUID.fromString(instance);
        Instant now = clock.instant();
        String code = String.format("%06d", RANDOM.nextInt(1_000_000));
        Optional<String> to = tx.writeSql(connection -> {
            Optional<Step> step = steps.byMail(connection, mailId, now);
            if (step.isPresent()) {
                steps.mailed(connection, mailId, hash(mailId, code), now.plus(HOLDS));
            }
            return step.flatMap(one -> addressOf(one.accountId()));
        });
        to.ifPresent(address -> mail.send(address, code, now));
    }

    /** Tells the account's holder that an unknown browser has signed in; nothing of him is in the mail but where he can look. */
    void tellNewDevice(UUID accountId) {
        addressOf(accountId)
                .filter(unused -> mail.possible())
                .ifPresent(to -> mail.send(to, "deviceMailSubject", "deviceMailBody", "", clock.instant()));
    }

    /** Whether a code could be mailed to the account's holder. */
    boolean possibleFor(UUID accountId) {
        return mail.possible() && addressOf(accountId).isPresent();
    }

    byte[] hash(UUID mailId, String code) {
        return keys.hmac(KEY, (mailId + " " + code.strip()).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> addressOf(UUID accountId) {
        return accounts.byId(accountId)
                .flatMap(account -> directory.person(Subject.SYSTEM, account.personId()))
                .map(PersonView::email)
                .filter(address -> !address.isBlank());
    }
}
