package org.preau.sso.lti;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.oauth.ClientAssertion;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Tokens by which tools call our services, as hashes. Safe on any thread and node. */
@Component(service = SqlServiceTokens.class)
public final class SqlServiceTokens {
    /** How long a token is good. */
    static final Duration LIFE = Duration.ofMinutes(30);

    private final Tx tx;
    private final Clock clock;

    /** Those in the schema {@code sso_lti}. */
    @Activate
    public SqlServiceTokens(@Reference(target = "(preau.unit=sso_lti)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * What a token stands for.
     *
     * @param connector the tool's connector
     * @param scopes what it may do
     */
    record Grant(String connector, Set<ServiceScope> scopes) {}

    /** A token for an assertion; nothing when that assertion was used before. */
    Optional<String> issue(String connector, Collection<ServiceScope> scopes, ClientAssertion assertion) {
        Instant now = clock.instant();
        String token = Secrets.fresh();
        return tx.writeSql(connection -> {
            int first = Rows.update(
                    connection,
                    "insert into sso_lti.assertion (connector, jti_hash, expires) values (?, ?, ?) on conflict do nothing",
                    connector,
                    Secrets.hash(assertion.jti()),
                    assertion.until());
            if (first == 0) {
                return Optional.empty();
            }
            Rows.update(
                    connection,
                    "insert into sso_lti.token (token_hash, connector, scopes, expires) values (?, ?, ?, ?)",
                    Secrets.hash(token),
                    connector,
                    List.copyOf(scopes),
                    now.plus(LIFE));
            return Optional.of(token);
        });
    }

    /** What a token stands for, while it is good. */
    Optional<Grant> find(String token) {
        return tx.readSql(connection -> Rows.first(
                connection,
                "select connector, scopes from sso_lti.token where token_hash = ? and expires > ?",
                row -> new Grant(row.getString("connector"), scopes((String[])
                        row.getArray("scopes").getArray())),
                Secrets.hash(token),
                clock.instant()));
    }

    /** The tool's tokens are good no more. */
    void end(String connector) {
        tx.writeSql(connection -> Rows.update(connection, "delete from sso_lti.token where connector = ?", connector));
    }

    /** Forgets what is over. */
    void forget() {
        Instant now = clock.instant();
        tx.writeSql(connection -> Rows.update(connection, "delete from sso_lti.token where expires < ?", now)
                + Rows.update(connection, "delete from sso_lti.assertion where expires < ?", now));
    }

    private static Set<ServiceScope> scopes(String[] names) throws SQLException {
        return Arrays.stream(names).map(ServiceScope::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
