package org.preau.signin.local.factor;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.job.Job;
import org.preau.api.keys.Keys;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;
import org.preau.api.persistence.Tx;
import org.preau.signin.local.LocalCounter;

/** Codes to the academic mailbox (611D): six digits, ten minutes, five tries. Made when they are sent, by a job, so that no request waits for a mail server. */
@Component(service = {MailedCodes.class, Job.class})
public final class MailedCodes implements Job {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);
    static final String JOB = "signin.local.mail-code";
    static final int TRIES = 5;
    static final int MAILS = 3;
    private static final Duration HOLDS = Duration.ofMinutes(10);
    private static final String KEY = "signin.local.mail";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tx tx;
    private final Keys keys;
    private final SqlSteps steps;
    private final Accounts accounts;
    private final Directory directory;
    private final Clock clock;

    /** Nothing is offered by mail while it is away. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Outbox outbox;

    /** For the service registry. */
    @Activate
    public MailedCodes(
            @Reference(target = "(preau.unit=signin_local)") Tx tx,
            @Reference Keys keys,
            @Reference Accounts accounts,
            @Reference Directory directory) {
        this(null, tx, keys, accounts, directory, Clock.systemUTC());
    }

    /** With a clock and an outbox of its own. */
    MailedCodes(@Nullable Outbox outbox, Tx tx, Keys keys, Accounts accounts, Directory directory, Clock clock) {
        this.outbox = outbox;
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
        to.ifPresent(address -> send(address, "codeMailSubject", "codeMailBody", code));
    }

    /** Tells the account's holder that an unknown browser has signed in; nothing of him is in the mail but where he can look. */
    void tellNewDevice(UUID accountId) {
        addressOf(accountId)
                .filter(unused -> possible())
                .ifPresent(to -> send(to, "deviceMailSubject", "deviceMailBody", ""));
    }

    /** Whether a code could be mailed to the account's holder. */
    boolean possibleFor(UUID accountId) {
        return possible() && addressOf(accountId).isPresent();
    }

    byte[] hash(UUID mailId, String code) {
        return keys.hmac(KEY, (mailId + " " + code.strip()).getBytes(StandardCharsets.UTF_8));
    }

    private boolean possible() {
        Outbox there = outbox;
        return there != null && there.possible(Kind.MAIL);
    }

    /** Nothing but what it is for, in both languages; no name, no login. */
    private void send(String to, String subject, String body, String argument) {
        Outbox there = outbox;
        if (there == null) {
            throw new PortalException(ErrorCode.UNAVAILABLE, "no mail can be sent now", null);
        }
        String text = TEXTS.text(Locale.FRENCH, body, argument) + "\n\n--\n\n"
                + TEXTS.text(Locale.ENGLISH, body, argument) + "\n";
        there.send(Kind.MAIL, new Message(to, TEXTS.text(Locale.FRENCH, subject), text));
    }

    private Optional<String> addressOf(UUID accountId) {
        return accounts.byId(accountId)
                .flatMap(account -> directory.person(Subject.SYSTEM, account.personId()))
                .map(PersonView::email)
                .filter(address -> !address.isBlank());
    }
}
