package org.preau.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.api.http.PublicAddress;
import org.preau.api.job.Jobs;
import org.preau.api.notification.MessageGateway;
import org.preau.api.notification.Notification;
import org.preau.api.notification.NotificationCategory;
import org.preau.api.notification.Notifications.Choice;
import org.preau.api.notification.Notifications.Told;
import org.preau.api.notification.NotificationsChanged;
import org.preau.api.notification.Telephones;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement({"51C", "54L"})
class NotificationsTest {
    private static final Scope LILAS = Scope.structure(new UUID(0, 1));
    private static final Scope ROSES = Scope.structure(new UUID(0, 2));
    private static final LocalizedText TITLE = new LocalizedText("Sortie jeudi", "Outing on Thursday");
    private static TestDatabase database;
    private static Tx tx;

    private final Map<UUID, List<Membership>> memberships = new HashMap<>();
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final List<String> scheduled = new ArrayList<>();
    private final List<PortalEvent> published = new ArrayList<>();
    private final List<MessageGateway.Message> mails = new ArrayList<>();
    private final List<MessageGateway.Message> texts = new ArrayList<>();
    private final Map<UUID, String> numbers = new HashMap<>();
    private final Telephones telephones = new Telephones() {
        @Override
        public List<UUID> accounts(int most) {
            return List.copyOf(numbers.keySet());
        }

        @Override
        public Optional<String> of(UUID accountId) {
            return Optional.ofNullable(numbers.get(accountId));
        }
    };
    private Instant now = Instant.parse("2026-09-01T08:00:00Z");
    private Duration closed = Duration.ZERO;
    private SqlNotifications notifications;
    private DeliverJob job;
    private Account guardian;
    private Account pupil;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        tx = database.tx(new NotificationUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void portal() {
        tx.writeSql(connection -> {
            Rows.run(connection, "truncate notification.told, notification.seen, notification.choice");
            return 0;
        });
        Directory directory = answering(
                Directory.class,
                Map.of(
                        "scopesOf", args -> memberships.getOrDefault(args[0], List.of()),
                        "person",
                                args -> Optional.of(new PersonView(
                                        (UUID) args[1],
                                        "A",
                                        "B",
                                        Profile.GUARDIAN,
                                        List.of(),
                                        "a" + args[1] + "@x.example",
                                        true))));
        Accounts known =
                answering(Accounts.class, Map.of("byId", args -> Optional.ofNullable(accounts.get((UUID) args[0]))));
        Jobs jobs = answering(Jobs.class, Map.of("schedule", args -> scheduled.add((String) args[1])));
        PublicAddress address =
                answering(PublicAddress.class, Map.of("absolute", args -> "https://ent.example" + args[0]));
        Reader.Desk readers = new Reader.Desk(directory);
        notifications = new SqlNotifications(tx, readers, new Hours(), jobs, published::add, new Now())
                .with(List.of(new Category("news", false), new Category("security", true)));
        GatewayOutbox outbox = new GatewayOutbox();
        outbox.addGateway(new Box(MessageGateway.Kind.SMS, texts), Map.of());
        outbox.addGateway(new Box(MessageGateway.Kind.MAIL, mails), Map.of());
        ShortMessages shortMessages = new ShortMessages(tx, readers, known, address, outbox).to(telephones);
        job = new DeliverJob(
                tx,
                notifications,
                readers,
                known,
                directory,
                published::add,
                address,
                outbox,
                shortMessages,
                new Now());
        guardian = somebody(Profile.GUARDIAN, LILAS);
        pupil = somebody(Profile.STUDENT, LILAS);
    }

    private Account somebody(Profile profile, Scope... scopes) {
        Account account = new Account(
                UUID.randomUUID(), UUID.randomUUID(), "login", AccountState.ACTIVE, profile, "Ana", "Martin");
        accounts.put(account.id(), account);
        memberships.put(
                account.personId(),
                List.of(scopes).stream()
                        .map(scope -> new Membership(scope, profile, scope.id(), "", null))
                        .toList());
        return account;
    }

    private int unseen(Account account) {
        return notifications.unseen(account.id(), account.personId());
    }

    private void deliver() {
        List.copyOf(scheduled).forEach(job::run);
        scheduled.clear();
    }

    private void sendToLilas() {
        notifications.send(Notification.toScopes("news", TITLE, "/app/news/article/1", List.of(LILAS)));
    }

    @Test
    void isToldToThePeopleOfTheScopesAndToNobodyElse() {
        sendToLilas();
        assertThat(unseen(guardian)).isEqualTo(1);
        assertThat(unseen(pupil)).isEqualTo(1);
        assertThat(unseen(somebody(Profile.TEACHER, ROSES))).isZero();
        notifications.send(new Notification(
                "news", TITLE, "/x", List.of(LILAS), java.util.Set.of(Profile.GUARDIAN), List.of(), null, false));
        assertThat(unseen(guardian)).isEqualTo(2);
        assertThat(unseen(pupil)).isEqualTo(1);
    }

    @Test
    void isNotToldToWhoCausedIt() {
        notifications.send(
                Notification.toScopes("news", TITLE, "/x", List.of(LILAS)).by(guardian.id()));
        assertThat(unseen(guardian)).isZero();
        assertThat(unseen(pupil)).isEqualTo(1);
    }

    @Test
    void looksOnceAndStaysInTheList() {
        sendToLilas();
        now = now.plusSeconds(60);
        notifications.seen(guardian.id());
        now = now.plusSeconds(60);
        assertThat(unseen(guardian)).isZero();
        sendToLilas();
        assertThat(notifications
                        .told(guardian.id(), guardian.personId(), PageRequest.first(10))
                        .items())
                .extracting(Told::unseen)
                .containsExactly(true, false);
    }

    @Test
    void waitsForThePublicationHours() {
        closed = Duration.ofHours(11);
        sendToLilas();
        assertThat(unseen(guardian)).isZero();
        now = now.plus(closed);
        assertThat(unseen(guardian)).isEqualTo(1);
    }

    @Test
    void isTakenBackWithWhatItLedTo() {
        sendToLilas();
        notifications.withdraw("/app/news/article/1");
        assertThat(unseen(guardian)).isZero();
        assertThat(published).contains(new NotificationsChanged(List.of(LILAS), List.of()));
    }

    @Test
    void aMutedCategoryIsNotShown() {
        notifications.choose(guardian.id(), "news", new Choice(false, false));
        sendToLilas();
        assertThat(unseen(guardian)).isZero();
        assertThat(unseen(pupil)).isEqualTo(1);
    }

    @Test
    void mailsWhoChoseItAndIsConcernedAndNeverAPupil() {
        Account elsewhere = somebody(Profile.TEACHER, ROSES);
        for (Account account : List.of(guardian, pupil, elsewhere)) {
            notifications.choose(account.id(), "news", new Choice(true, true));
        }
        sendToLilas();
        deliver();
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).contains(guardian.personId().toString());
            assertThat(mail.text())
                    .contains("https://ent.example/app/news/article/1")
                    .doesNotContain("Martin");
        });
    }

    @Test
    void mailsByDefaultWhoIsToldByHisAccount() {
        Account other = somebody(Profile.TEACHER, LILAS);
        notifications.choose(other.id(), "security", new Choice(true, false));
        notifications.send(
                Notification.toAccounts("security", TITLE, "/x", List.of(guardian.id(), pupil.id(), other.id())));
        deliver();
        assertThat(mails).hasSize(1);
        assertThat(unseen(other)).isEqualTo(1);
    }

    @Test
    void whatIsUrgentGoesByShortMessageToWhoGaveATelephoneAndIsConcerned() {
        Account elsewhere = somebody(Profile.TEACHER, ROSES);
        Account muted = somebody(Profile.TEACHER, LILAS);
        notifications.choose(muted.id(), "news", new Choice(false, false));
        for (Account account : List.of(guardian, pupil, elsewhere, muted)) {
            numbers.put(account.id(), "+336" + account.id().toString().substring(0, 8));
        }
        Notification told = Notification.toScopes("news", TITLE, "/app/news/article/1", List.of(LILAS));
        notifications.send(told);
        deliver();
        assertThat(texts).isEmpty();
        notifications.send(told.urgent(true));
        deliver();
        assertThat(texts).singleElement().satisfies(text -> {
            assertThat(text.to()).isEqualTo(numbers.get(guardian.id()));
            assertThat(text.text()).isEqualTo("Sortie jeudi https://ent.example/app/news/article/1");
        });
    }

    @Test
    void aLongTitleIsCutSoThatTheAddressFits() {
        numbers.put(guardian.id(), "+33612345678");
        String title = "L’école est fermée ".repeat(20);
        notifications.send(
                Notification.toScopes("news", new LocalizedText(title, title), "/app/news/article/1", List.of(LILAS))
                        .urgent(true));
        deliver();
        assertThat(texts.get(0).text())
                .hasSizeLessThanOrEqualTo(160)
                .startsWith("L’école est fermée")
                .endsWith("… https://ent.example/app/news/article/1");
    }

    @Test
    void forgetsWhoIsErased() {
        notifications.choose(guardian.id(), "news", new Choice(true, true));
        notifications.send(Notification.toAccounts("security", TITLE, "/x", List.of(guardian.id())));
        new NotificationData(tx).erase(new DataSubject(guardian.personId(), List.of(guardian.id())));
        assertThat(notifications.choices(guardian.id()).values()).contains(new Choice(true, false));
        assertThat(unseen(guardian)).isZero();
    }

    private record Category(String id, boolean mailByDefault) implements NotificationCategory {
        @Override
        public LocalizedText name() {
            return new LocalizedText(id, id);
        }
    }

    private record Box(MessageGateway.Kind kind, List<MessageGateway.Message> messages) implements MessageGateway {
        @Override
        public boolean possible() {
            return true;
        }

        @Override
        public void send(Message message) {
            messages.add(message);
        }
    }

    private final class Hours implements PublicationCalendar {
        @Override
        public Instant publishAt(Instant wanted, boolean urgent) {
            return urgent ? wanted : wanted.plus(closed);
        }

        @Override
        public boolean open(Profile profile, Instant at) {
            return true;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }

    private final class Now extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T answering(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object answer = answers.get(method.getName()).to(args);
            return method.getReturnType() == void.class ? null : answer;
        }));
    }
}
