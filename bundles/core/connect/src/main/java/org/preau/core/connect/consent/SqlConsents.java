package org.preau.core.connect.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Agreement;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The decisions, in the schema {@code connect}. Knows no rule and audits nothing: see {@link Consents}. Joins the running transaction. Safe on any thread and node. */
@Component(service = SqlConsents.class)
public final class SqlConsents {
    private static final String KEEP =
            """
            insert into connect.consent (connector, person_id, terms, state, attributes, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (person_id, connector) do update
               set terms = excluded.terms, state = excluded.state, attributes = excluded.attributes,
                   decided_by = excluded.decided_by, decided_at = excluded.decided_at, delivered_at = null
            """;
    private static final String WITHDRAW =
            """
            update connect.consent set state = 'WITHDRAWN', attributes = '{}', decided_by = ?, decided_at = ?, delivered_at = null
             where person_id = ? and connector = ? and state = 'GIVEN'
            """;

    private final Tx tx;
    private final Clock clock;

    /** Keeps them in that unit. */
    @Activate
    public SqlConsents(@Reference(target = "(preau.unit=connect)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** What was decided last for this person and connector. */
    public Optional<Consent> find(UUID person, String connector) {
        return tx.readSql(connection -> Rows.first(
                connection,
                "select * from connect.consent where person_id = ? and connector = ?",
                SqlConsents::consent,
                person,
                connector));
    }

    /** Everything decided for these people. */
    public List<Consent> of(Collection<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : tx.readSql(connection -> Rows.list(
                        connection,
                        "select * from connect.consent where person_id = any (?) order by connector",
                        SqlConsents::consent,
                        people));
    }

    /** What holds for a release, which no other release or withdrawal can change before the transaction ends: of two first releases at one time only one delivers. */
    public Agreement locked(UUID person, Terms terms) {
        return tx.writeSql(connection -> Rows.first(
                        connection,
                        "select * from connect.consent where person_id = ? and connector = ? for update",
                        SqlConsents::consent,
                        person,
                        terms.connector().id())
                .map(consent -> consent.under(terms))
                .orElse(Agreement.NONE));
    }

    /** The attributes leave. */
    public void delivered(UUID person, String connector) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "update connect.consent set delivered_at = ? where person_id = ? and connector = ? and delivered_at is null",
                clock.instant(),
                person,
                connector));
    }

    /** Keeps a decision in place of the one before; nothing is delivered under it yet, no question waits. */
    void keep(UUID person, Terms terms, Consent.State state, Set<String> attributes, UUID decidedBy) {
        tx.writeSql(connection -> {
            String connector = terms.connector().id();
            Rows.update(
                    connection, KEEP, connector, person, terms.digest(), state, attributes, decidedBy, clock.instant());
            return Rows.update(
                    connection,
                    "delete from connect.consent_asked where person_id = ? and connector = ?",
                    person,
                    connector);
        });
    }

    /** Takes back what was given; whether there was anything. */
    boolean withdraw(UUID person, String connector, UUID decidedBy) {
        return tx.writeSql(
                connection -> Rows.update(connection, WITHDRAW, decidedBy, clock.instant(), person, connector) > 0);
    }

    /** A pupil wants to go there; whether it is news. */
    boolean ask(UUID person, String connector) {
        return tx.writeSql(connection -> Rows.update(
                        connection,
                        "insert into connect.consent_asked (connector, person_id, asked_at) values (?, ?, ?) on conflict do nothing",
                        connector,
                        person,
                        clock.instant())
                > 0);
    }

    /** Which connectors these pupils asked for and wait for. */
    public Map<UUID, Set<String>> asked(Collection<UUID> people) {
        Map<UUID, Set<String>> asked = new HashMap<>();
        if (!people.isEmpty()) {
            tx.readSql(connection -> Rows.list(
                    connection,
                    "select person_id, connector from connect.consent_asked where person_id = any (?)",
                    row -> asked.computeIfAbsent(Rows.uuid(row, "person_id"), unused -> new HashSet<>())
                            .add(row.getString("connector")),
                    people));
        }
        return asked;
    }

    private static Consent consent(ResultSet row) throws SQLException {
        Instant decided = Objects.requireNonNull(Rows.instant(row, "decided_at"));
        return new Consent(
                row.getString("connector"),
                Rows.uuid(row, "person_id"),
                row.getString("terms"),
                Consent.State.valueOf(row.getString("state")),
                Set.copyOf(Arrays.asList((String[]) row.getArray("attributes").getArray())),
                row.getObject("decided_by", UUID.class),
                decided,
                Rows.instant(row, "delivered_at"));
    }
}
