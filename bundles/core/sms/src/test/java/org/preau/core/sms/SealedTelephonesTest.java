package org.preau.core.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.notification.MessageGateway;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.Outbox;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeAudit;
import org.preau.testkit.FakeDirectory;
import org.preau.testkit.FakeJobs;
import org.preau.testkit.FakeKeys;
import org.preau.testkit.FakeStructures;
import org.preau.testkit.SettableClock;
import org.preau.testkit.TestSchool;

class SealedTelephonesTest {
    private static final String NUMBER = "+33612345678";
    private static TestDatabase database;
    private static Tx tx;

    private final TestSchool school = new TestSchool(new FakeDirectory(), new FakeStructures());
    private final FakeAudit audit = new FakeAudit();
    private final SettableClock clock = new SettableClock();
    private final PortalSession guardian = school.session(Profile.GUARDIAN);
    private final FakeJobs jobs = new FakeJobs();
    private final List<MessageGateway.Message> sent = new ArrayList<>();
    private final SealedTelephones telephones =
            new SealedTelephones(tx, new FakeKeys(), audit, jobs, clock).by(new Box(sent));

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new SmsUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void nobodyGaveANumber() {
        tx.writeSql(connection -> Rows.update(connection, "delete from sms.telephone"));
    }

    /** Asks, and has the job run that was scheduled. */
    private void ask(PortalSession who, String number) {
        telephones.ask(who, number);
        assertThat(jobs.scheduled()).containsKey(SealedTelephones.JOB + " " + who.accountId());
        telephones.run(who.accountId().toString());
    }

    private String lastCode() {
        return sent.get(sent.size() - 1).text().replaceAll("\\D*(\\d{6})\\D.*", "$1");
    }

    private String wrongCode() {
        return lastCode().equals("000000") ? "000001" : "000000";
    }

    private ErrorCode refused(PortalSession who, String number) {
        try {
            telephones.ask(who, number);
        } catch (PortalException e) {
            return e.code();
        }
        throw new AssertionError("a code was sent");
    }

    @Test
    void aNumberCountsOnceItsCodeHasComeBack() {
        ask(guardian, "06 12 34 56 78");
        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(NUMBER);
            assertThat(message.text()).hasSizeLessThanOrEqualTo(160);
        });
        assertThat(telephones.of(guardian.accountId())).isEmpty();
        assertThat(telephones.accounts(9)).isEmpty();
        assertThat(telephones.confirm(guardian, " " + lastCode() + " ")).isTrue();
        assertThat(telephones.of(guardian.accountId())).hasValue(NUMBER);
        assertThat(telephones.accounts(9)).containsExactly(guardian.accountId());
        assertThat(audit.actions()).containsExactly("telephone.confirm");
        assertThat(audit.lines().toString()).doesNotContain("612345678");
    }

    @Test
    void theNumberIsSealedInTheDatabase() {
        ask(guardian, NUMBER);
        byte[] kept = tx.readSql(
                connection -> Rows.first(connection, "select number from sms.telephone", row -> row.getBytes(1))
                        .orElseThrow());
        assertThat(new String(kept, StandardCharsets.UTF_8)).isNotEqualTo(NUMBER);
    }

    @Test
    void aCodeIsGoodForTenMinutesAndOnce() {
        ask(guardian, NUMBER);
        String code = lastCode();
        clock.pass(Duration.ofMinutes(11));
        assertThat(telephones.confirm(guardian, code)).isFalse();
        ask(guardian, NUMBER);
        assertThat(telephones.confirm(guardian, lastCode())).isTrue();
        assertThat(telephones.confirm(guardian, lastCode())).isFalse();
    }

    @Test
    void fiveWrongTriesSpoilTheCode() {
        ask(guardian, NUMBER);
        for (int i = 0; i < SealedTelephones.TRIES; i++) {
            assertThat(telephones.confirm(guardian, wrongCode())).isFalse();
        }
        assertThat(telephones.confirm(guardian, lastCode())).isFalse();
        assertThat(telephones.of(guardian.accountId())).isEmpty();
    }

    @Test
    void threeCodesADayEvenIfTheNumberIsForgottenBetween() {
        for (int i = 0; i < SealedTelephones.CODES_A_DAY; i++) {
            ask(guardian, NUMBER);
            telephones.forget(guardian);
        }
        assertThat(refused(guardian, NUMBER)).isEqualTo(ErrorCode.CONFLICT);
        assertThat(sent).hasSize(SealedTelephones.CODES_A_DAY);
        clock.pass(Duration.ofDays(1));
        ask(guardian, NUMBER);
        assertThat(sent).hasSize(SealedTelephones.CODES_A_DAY + 1);
    }

    @Test
    void theCodeOfOneAccountConfirmsNoOther() {
        PortalSession teacher = school.session(Profile.TEACHER);
        ask(guardian, NUMBER);
        String code = lastCode();
        ask(teacher, "+33687654321");
        if (!lastCode().equals(code)) {
            assertThat(telephones.confirm(teacher, code)).isFalse();
        }
        assertThat(telephones.confirm(guardian, code)).isTrue();
    }

    @Test
    void aNewNumberTakesThePlaceOfTheOneBeforeAndMustBeConfirmed() {
        ask(guardian, NUMBER);
        telephones.confirm(guardian, lastCode());
        ask(guardian, "+33687654321");
        assertThat(telephones.of(guardian.accountId())).isEmpty();
    }

    @Test
    void whatIsNoNumberIsRefusedAtOnce() {
        for (String typed : List.of("", "12", "anna@x.example", "+0612345678")) {
            assertThat(refused(guardian, typed)).isEqualTo(ErrorCode.INVALID_INPUT);
        }
        assertThat(jobs.scheduled()).isEmpty();
    }

    @Test
    void noCodeIsSentToANumberThatWasForgottenMeanwhile() {
        telephones.ask(guardian, NUMBER);
        telephones.forget(guardian);
        telephones.run(guardian.accountId().toString());
        assertThat(sent).isEmpty();
    }

    @Test
    void forgettingIsAtOnceAndAudited() {
        ask(guardian, NUMBER);
        telephones.confirm(guardian, lastCode());
        telephones.forget(guardian);
        telephones.forget(guardian);
        assertThat(telephones.of(guardian.accountId())).isEmpty();
        assertThat(telephones.telephone(guardian.accountId())).isEmpty();
        assertThat(audit.actions()).containsExactly("telephone.confirm", "telephone.forget");
    }

    @Test
    void pupilsGiveNoNumberAndNobodyDoesWithoutAGateway() {
        assertThat(telephones.offeredTo(Profile.GUARDIAN)).isTrue();
        assertThat(telephones.offeredTo(Profile.STUDENT)).isFalse();
        assertThat(refused(school.session(Profile.STUDENT), NUMBER)).isEqualTo(ErrorCode.FORBIDDEN);
        telephones.by(null);
        assertThat(telephones.offeredTo(Profile.GUARDIAN)).isFalse();
        assertThatThrownBy(() -> telephones.ask(guardian, NUMBER)).isInstanceOf(PortalException.class);
        assertThat(sent).isEmpty();
    }

    /** Takes every message. */
    private record Box(List<MessageGateway.Message> messages) implements Outbox {
        @Override
        public boolean possible(Kind kind) {
            return kind == Kind.SMS;
        }

        @Override
        public void send(Kind kind, MessageGateway.Message message) {
            messages.add(message);
        }
    }
}
