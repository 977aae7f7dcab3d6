package org.preau.core.notification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.directory.Scope;
import org.preau.api.job.Jobs;
import org.preau.api.notification.Notification;
import org.preau.api.notification.NotificationCategory;
import org.preau.api.notification.Notifications;
import org.preau.api.notification.NotificationsChanged;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Notifications in the schema {@code notification}: a row each, whoever it is for. */
@Component(service = {Notifications.class, SqlNotifications.class})
public final class SqlNotifications implements Notifications {
    private static final Duration KEPT = Duration.ofDays(60);
    private static final int MANY = 100;
    private static final String TELL =
            """
            insert into notification.told (id, category, title_fr, title_en, path, scopes, scope_ids, profiles, accounts, author, at, urgent)
            values (?, ?, ?, ?, ?, ?::jsonb, ?::uuid[], ?::text[], ?::uuid[], ?, ?, ?)
            """;

    /** What a reader may see and has not muted; parameters: latest, earliest, account, scopes, profiles, account, account. */
    private static final String HIS =
            """
              from notification.told t
             where t.at <= ? and t.at > ?
               and (t.accounts @> array[?::uuid] or t.scope_ids && ?::uuid[] and (t.profiles = '{}' or t.profiles && ?::text[]))
               and t.author is distinct from ?
               and not exists (select 1 from notification.choice c where c.account_id = ? and c.category = t.category and not c.in_portal)
            """;

    private final Tx tx;
    private final Reader.Desk readers;
    private final PublicationCalendar calendar;
    private final Jobs jobs;
    private final Events events;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<NotificationCategory> categories = List.of();

    /** Made by the portal. */
    @Activate
    public SqlNotifications(
            @Reference(target = NotificationUnit.TARGET) Tx tx,
            @Reference Reader.Desk readers,
            @Reference PublicationCalendar calendar,
            @Reference Jobs jobs,
            @Reference Events events,
            @Reference Clock clock) {
        this.tx = tx;
        this.readers = readers;
        this.calendar = calendar;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** For tests: with these categories. */
    SqlNotifications with(List<NotificationCategory> some) {
        categories = List.copyOf(some);
        return this;
    }

    @Override
    public void send(Notification what) {
        UUID id = Ids.next();
        Instant at = calendar.publishAt(clock.instant(), what.urgent());
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    TELL,
                    id,
                    what.category(),
                    what.title().fr(),
                    what.title().en(),
                    what.path(),
                    Scopes.json(what.scopes()),
                    what.scopes().stream().map(Scope::id).toList(),
                    what.profiles(),
                    what.accounts(),
                    what.author(),
                    at,
                    what.urgent());
            jobs.schedule(DeliverJob.NAME, id.toString(), at);
            return true;
        });
    }

    @Override
    public void withdraw(String path) {
        tx.writeSql(connection -> {
            List<String> scopes = Rows.list(
                    connection,
                    "delete from notification.told where path = ? returning scopes::text",
                    row -> row.getString(1),
                    path);
            if (!scopes.isEmpty()) {
                events.publish(new NotificationsChanged(
                        scopes.stream()
                                .flatMap(each -> Scopes.read(each).stream())
                                .distinct()
                                .toList(),
                        List.of()));
            }
            return true;
        });
    }

    @Override
    public int unseen(UUID accountId, UUID personId) {
        Reader reader = readers.of(personId);
        return tx.readSql(connection -> (int) Rows.count(
                connection,
                "select count(*) from (select 1" + HIS + " limit " + MANY + ") few",
                his(accountId, reader, lastSeen(connection, accountId))));
    }

    @Override
    public Page<Told> told(UUID accountId, UUID personId, PageRequest page) {
        Reader reader = readers.of(personId);
        return tx.readSql(connection -> {
            Instant seen = lastSeen(connection, accountId);
            List<Object> parameters = new ArrayList<>(List.of(his(accountId, reader, oldest())));
            long total = Rows.count(connection, "select count(*)" + HIS, parameters.toArray());
            parameters.add(page.limit());
            parameters.add(page.offset());
            return new Page<>(
                    Rows.list(
                            connection,
                            "select t.*" + HIS + " order by t.at desc, t.id desc limit ? offset ?",
                            row -> told(row, seen),
                            parameters.toArray()),
                    total);
        });
    }

    @Override
    public void seen(UUID accountId) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into notification.seen (account_id, at) values (?, ?) on conflict (account_id) do update set at = excluded.at",
                accountId,
                clock.instant()));
        events.publish(new NotificationsChanged(List.of(), List.of(accountId)));
    }

    @Override
    public Map<NotificationCategory, Choice> choices(UUID accountId) {
        Map<String, Choice> chosen = new LinkedHashMap<>();
        tx.readSql(connection -> Rows.list(
                connection,
                "select category, in_portal, by_mail from notification.choice where account_id = ?",
                row -> {
                    chosen.put(
                            row.getString("category"),
                            new Choice(row.getBoolean("in_portal"), row.getBoolean("by_mail")));
                    return true;
                },
                accountId));
        Map<NotificationCategory, Choice> choices = new LinkedHashMap<>();
        categories.stream()
                .sorted(Comparator.comparing(NotificationCategory::id))
                .forEach(each ->
                        choices.put(each, chosen.getOrDefault(each.id(), new Choice(true, each.mailByDefault()))));
        return choices;
    }

    @Override
    public void choose(UUID accountId, String category, Choice choice) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into notification.choice (account_id, category, in_portal, by_mail) values (?, ?, ?, ?)"
                        + " on conflict (account_id, category) do update set in_portal = excluded.in_portal, by_mail = excluded.by_mail",
                accountId,
                category,
                choice.inPortal(),
                choice.byMail()));
    }

    /** Whether a category mails who has chosen nothing. */
    boolean mailsByDefault(String category) {
        return categories.stream().anyMatch(each -> each.id().equals(category) && each.mailByDefault());
    }

    private Object[] his(UUID accountId, Reader reader, Instant after) {
        return new Object[] {clock.instant(), after, accountId, reader.scopes(), reader.profiles(), accountId, accountId
        };
    }

    private Instant lastSeen(Connection connection, UUID accountId) throws SQLException {
        return Rows.first(
                        connection,
                        "select at from notification.seen where account_id = ? and at > ?",
                        row -> Objects.requireNonNull(Rows.instant(row, "at")),
                        accountId,
                        oldest())
                .orElse(oldest());
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    private static Told told(ResultSet row, Instant seen) throws SQLException {
        Instant at = Objects.requireNonNull(Rows.instant(row, "at"));
        return new Told(
                Rows.uuid(row, "id"),
                row.getString("category"),
                new LocalizedText(row.getString("title_fr"), row.getString("title_en")),
                row.getString("path"),
                at,
                at.isAfter(seen));
    }
}
