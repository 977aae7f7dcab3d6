package org.preau.core.sms;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.keys.Keys;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;
import org.preau.api.notification.Telephones;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/**
 * Telephones that people gave, sealed in the database. A number counts once the code sent to it has come back: six digits, ten minutes, five tries, three codes a day for each account. Pupils give none.
 */
@Component(service = {Telephones.class, SealedTelephones.class})
public final class SealedTelephones implements Telephones {
    static final int TRIES = 5;
    static final int CODES_A_DAY = 3;

    private static final Texts TEXTS = Texts.of(SealedTelephones.class);
    private static final Duration HOLDS = Duration.ofMinutes(10);
    private static final String KEY = "sms.telephone";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ASK =
            """
            insert into sms.telephone as t (account_id, number, code, code_until, day, asked) values (?, ?, ?, ?, ?, 1)
            on conflict (account_id) do update set number = excluded.number, confirmed = false, code = excluded.code, code_until = excluded.code_until,
                tries = 0, day = excluded.day, asked = case when t.day = excluded.day then t.asked + 1 else 1 end
            where t.day <> excluded.day or t.asked < ?
            """;

    private final Tx tx;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Outbox outbox;

    /** Made by the portal. */
    @Activate
    public SealedTelephones(
            @Reference(target = SmsUnit.TARGET) Tx tx,
            @Reference Keys keys,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.tx = tx;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** For tests: by this one. */
    SealedTelephones by(Outbox some) {
        outbox = some;
        return this;
    }

    /** A telephone as its owner sees it. */
    record Telephone(String number, boolean confirmed) {}

    /** Whether a number can be given at all: a gateway is there, and the user is no pupil. */
    boolean offeredTo(Profile profile) {
        return profile != Profile.STUDENT && way().isPresent();
    }

    @Override
    public List<UUID> accounts(int most) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select account_id from sms.telephone where confirmed limit ?",
                row -> Rows.uuid(row, "account_id"),
                most));
    }

    @Override
    public Optional<String> of(UUID accountId) {
        return telephone(accountId).filter(Telephone::confirmed).map(Telephone::number);
    }

    /** The number of an account, confirmed or not. */
    Optional<Telephone> telephone(UUID accountId) {
        return tx.readSql(connection -> Rows.first(
                connection,
                "select number, confirmed from sms.telephone where account_id = ? and number is not null",
                row -> new Telephone(
                        new String(keys.open(KEY, row.getBytes("number")), StandardCharsets.UTF_8),
                        row.getBoolean("confirmed")),
                accountId));
    }

    /**
     * Sends a code to a number, which takes the place of the one before. Goes to the provider on the caller's thread: ten seconds at most.
     *
     * @throws PortalException {@code FORBIDDEN} for pupils; {@code INVALID_INPUT} when the number is none; {@code CONFLICT} after too many codes; {@code UNAVAILABLE}
     */
    void ask(PortalSession session, String typed) {
        if (session.context().profile() == Profile.STUDENT) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "telephone.pupil");
        }
        Outbox way = way().orElseThrow(() -> new PortalException(ErrorCode.UNAVAILABLE, HttpSmsGateway.TEXTS, "away"));
        String number = international(typed);
        String code = String.format("%06d", RANDOM.nextInt(1_000_000));
        Instant now = clock.instant();
        int asked = tx.writeSql(connection -> Rows.update(
                connection,
                ASK,
                session.accountId(),
                keys.seal(KEY, number.getBytes(StandardCharsets.UTF_8)),
                keys.hmac(KEY, bytes(session.accountId(), code)),
                now.plus(HOLDS),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                CODES_A_DAY));
        if (asked == 0) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "telephone.often");
        }
        way.send(Kind.SMS, new Message(number, "", TEXTS.text(Locale.FRENCH, "telephone.code", code)));
    }

    /** Takes the code that came back; whether it was the right one, in time. */
    boolean confirm(PortalSession session, String code) {
        return tx.writeSql(connection -> {
            Optional<byte[]> kept = Rows.first(
                    connection,
                    "update sms.telephone set tries = tries + 1 where account_id = ? and not confirmed and code is not null and code_until > ? and tries < ? returning code",
                    row -> row.getBytes("code"),
                    session.accountId(),
                    clock.instant(),
                    TRIES);
            if (kept.isEmpty() || !keys.verify(KEY, bytes(session.accountId(), code.strip()), kept.get())) {
                return false;
            }
            Rows.update(
                    connection,
                    "update sms.telephone set confirmed = true, code = null, code_until = null where account_id = ?",
                    session.accountId());
            audit.record(session.subject(), "telephone.confirm", "account:" + session.accountId(), Map.of());
            return true;
        });
    }

    /** Forgets the number at once. */
    void forget(PortalSession session) {
        tx.writeSql(connection -> {
            int had = Rows.update(
                    connection,
                    "update sms.telephone set number = null, confirmed = false, code = null, code_until = null where account_id = ? and number is not null",
                    session.accountId());
            if (had > 0) {
                audit.record(session.subject(), "telephone.forget", "account:" + session.accountId(), Map.of());
            }
            return had;
        });
    }

    private Optional<Outbox> way() {
        return Optional.ofNullable(outbox).filter(known -> known.possible(Kind.SMS));
    }

    /** A number as the world dials it; ten digits that begin with 0 are French. */
    private static String international(String typed) {
        String number = typed.replaceAll("[\\s.()-]", "");
        return number.matches("0[1-9]\\d{8}") ? "+33" + number.substring(1) : number;
    }

    private static byte[] bytes(UUID account, String code) {
        return (account + " " + code).getBytes(StandardCharsets.UTF_8);
    }
}
