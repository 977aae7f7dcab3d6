package org.preau.core.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Events;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.http.PublicAddress;
import org.preau.api.job.Job;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.NotificationsChanged;
import org.preau.api.notification.Outbox;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When something told may be seen: open pages hear of it, and who wants mail gets one, of what is urgent a short message too. Daily, forgets what is old. A mail says what and where, never who. */
@Component
public final class DeliverJob implements Job {
    static final String NAME = "notification.deliver";
    private static final Logger log = LoggerFactory.getLogger(DeliverJob.class);
    private static final Texts TEXTS = Texts.of(DeliverJob.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST = 20_000;

    private final Tx tx;
    private final SqlNotifications notifications;
    private final Reader.Desk readers;
    private final Accounts accounts;
    private final Directory directory;
    private final Events events;
    private final PublicAddress address;
    private final Outbox outbox;
    private final ShortMessages shortMessages;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public DeliverJob(
            @Reference(target = NotificationUnit.TARGET) Tx tx,
            @Reference SqlNotifications notifications,
            @Reference Reader.Desk readers,
            @Reference Accounts accounts,
            @Reference Directory directory,
            @Reference Events events,
            @Reference PublicAddress address,
            @Reference Outbox outbox,
            @Reference ShortMessages shortMessages,
            @Reference Clock clock) {
        this.tx = tx;
        this.notifications = notifications;
        this.readers = readers;
        this.accounts = accounts;
        this.directory = directory;
        this.events = events;
        this.address = address;
        this.shortMessages = shortMessages;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(String instance) {
        if (instance.isEmpty()) {
            tx.writeSql(connection -> Rows.update(
                    connection,
                    "delete from notification.told where at < ?",
                    clock.instant().minus(KEPT)));
        } else {
            tx.readSql(connection -> Due.find(connection, UUID.fromString(instance)))
                    .ifPresent(this::deliver);
        }
    }

    private void deliver(Due due) {
        events.publish(new NotificationsChanged(due.scopes(), due.accounts()));
        if (outbox.possible(Kind.MAIL)) {
            candidates(due).forEach(account -> mail(due, account));
        }
        if (due.urgent()) {
            shortMessages.relay(due);
        }
    }

    /** Who has chosen mail for the category; of those told by their account, who has chosen nothing where that is the default. */
    private Set<UUID> candidates(Due due) {
        Set<UUID> candidates = new HashSet<>(tx.readSql(connection -> Rows.list(
                connection,
                "select account_id from notification.choice where category = ? and by_mail limit " + MOST,
                row -> Rows.uuid(row, "account_id"),
                due.category())));
        if (notifications.mailsByDefault(due.category())) {
            Set<UUID> others = new HashSet<>(due.accounts());
            others.removeAll(Set.copyOf(tx.readSql(connection -> Rows.list(
                    connection,
                    "select account_id from notification.choice where category = ? and account_id = any (?::uuid[])",
                    row -> Rows.uuid(row, "account_id"),
                    due.category(),
                    due.accounts()))));
            candidates.addAll(others);
        }
        candidates.remove(due.author());
        return candidates;
    }

    private void mail(Due due, UUID accountId) {
        Account account = accounts.byId(accountId).orElse(null);
        if (account == null
                || account.profile() == Profile.STUDENT
                || account.state() != AccountState.ACTIVE
                || !due.concerns(account, readers.of(account.personId()))) {
            return;
        }
        String to = directory
                .person(Subject.SYSTEM, account.personId())
                .map(PersonView::email)
                .orElse("");
        if (!to.isBlank()) {
            String where = address.absolute(due.path());
            try {
                String text = text(Locale.FRENCH, due.titleFr(), where) + "\n\n--\n\n"
                        + text(Locale.ENGLISH, due.titleEn(), where);
                outbox.send(Kind.MAIL, new Message(to, due.titleFr(), text));
            } catch (PortalException e) {
                log.warn("a notification was not mailed: {}", e.getMessage());
            }
        }
    }

    private String text(Locale locale, String title, String where) {
        return TEXTS.text(locale, "mail.text", title, where, address.absolute("/notifications"));
    }
}
