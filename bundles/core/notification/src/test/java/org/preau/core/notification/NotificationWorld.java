package org.preau.core.notification;

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
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.Profile;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.api.http.PublicAddress;
import org.preau.api.job.Jobs;
import org.preau.api.notification.MessageGateway;
import org.preau.api.notification.Notification;
import org.preau.api.notification.NotificationCategory;
import org.preau.api.notification.Telephones;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeAccounts;
import org.preau.testkit.FakeAddress;
import org.preau.testkit.SettableClock;
import org.preau.testkit.StandIn;

/** Notifications of a school with a guardian and a pupil; one database a test class, empty before each test. */
abstract class NotificationWorld {
    static final Scope LILAS = Scope.structure(new UUID(0, 1));
    static final Scope ROSES = Scope.structure(new UUID(0, 2));
    static final LocalizedText TITLE = new LocalizedText("Sortie jeudi", "Outing on Thursday");
    static TestDatabase database;
    static Tx tx;

    final Map<UUID, List<Membership>> memberships = new HashMap<>();
    final FakeAccounts accounts = new FakeAccounts();
    final List<String> scheduled = new ArrayList<>();
    final List<PortalEvent> published = new ArrayList<>();
    final List<MessageGateway.Message> mails = new ArrayList<>();
    final List<MessageGateway.Message> texts = new ArrayList<>();
    final Map<UUID, String> numbers = new HashMap<>();

    final Telephones telephones = new Telephones() {
        @Override
        public List<UUID> accounts(int most) {
            return List.copyOf(numbers.keySet());
        }

        @Override
        public Optional<String> of(UUID accountId) {
            return Optional.ofNullable(numbers.get(accountId));
        }
    };

    final SettableClock clock = SettableClock.at(Instant.parse("2026-09-01T08:00:00Z"));
    Duration closed = Duration.ZERO;
    SqlNotifications notifications;
    DeliverJob job;
    Account guardian;
    Account pupil;

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
        Directory directory = StandIn.of(Directory.class, (method, arguments) -> switch (method) {
            case "scopesOf" -> memberships.getOrDefault(arguments[0], List.of());
            case "person" -> Optional.of(person((UUID) arguments[1]));
            default -> throw new UnsupportedOperationException(method);
        });
        Jobs jobs = StandIn.of(Jobs.class, (method, arguments) -> {
            scheduled.add((String) arguments[1]);
            return null;
        });
        PublicAddress address = new FakeAddress();
        Reader.Desk readers = new Reader.Desk(directory);
        notifications = new SqlNotifications(tx, readers, new Hours(), jobs, published::add, clock)
                .with(List.of(new Category("news", false), new Category("security", true)));
        GatewayOutbox outbox = new GatewayOutbox();
        outbox.addGateway(new Box(MessageGateway.Kind.SMS, texts), Map.of());
        outbox.addGateway(new Box(MessageGateway.Kind.MAIL, mails), Map.of());
        ShortMessages shortMessages = new ShortMessages(tx, readers, accounts, address, outbox).to(telephones);
        job = new DeliverJob(
                tx, notifications, readers, accounts, directory, published::add, address, outbox, shortMessages, clock);
        guardian = somebody(Profile.GUARDIAN, LILAS);
        pupil = somebody(Profile.STUDENT, LILAS);
    }

    private static PersonView person(UUID id) {
        return new PersonView(id, "A", "B", Profile.GUARDIAN, List.of(), "a" + id + "@x.example", true);
    }

    Account somebody(Profile profile, Scope... scopes) {
        Account account = new Account(
                UUID.randomUUID(), UUID.randomUUID(), "login", AccountState.ACTIVE, profile, "Ana", "Martin");
        accounts.add(account);
        memberships.put(
                account.personId(),
                List.of(scopes).stream()
                        .map(scope -> new Membership(scope, profile, scope.id(), "", null))
                        .toList());
        return account;
    }

    int unseen(Account account) {
        return notifications.unseen(account.id(), account.personId());
    }

    void sendToLilas() {
        notifications.send(Notification.toScopes("news", TITLE, "/app/news/article/1", List.of(LILAS)));
    }

    record Category(String id, boolean mailByDefault) implements NotificationCategory {
        @Override
        public LocalizedText name() {
            return new LocalizedText(id, id);
        }
    }

    record Box(MessageGateway.Kind kind, List<MessageGateway.Message> messages) implements MessageGateway {
        @Override
        public boolean possible() {
            return true;
        }

        @Override
        public void send(Message message) {
            messages.add(message);
        }
    }

    final class Hours implements PublicationCalendar {
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
}
