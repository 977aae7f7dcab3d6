package org.preau.core.keys.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.keys.Keys;
import org.preau.api.keys.SigningKeys;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pairs kept sealed in the database. Works on connections of its own, never in the caller's transaction: a key that has signed must not vanish with a rollback. What another node made is known here within
 * a minute; what is known stays in use while the database is away. Safe on any thread and node.
 */
@Component(
        service = {SigningKeys.class, SqlSigningKeys.class},
        configurationPid = "org.preau.core.keys")
@Designate(ocd = SigningConfig.class)
public final class SqlSigningKeys implements SigningKeys {
    private static final Logger log = LoggerFactory.getLogger(SqlSigningKeys.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int KEPT = 3;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Database database;
    private final SigningTable table;
    private final Clock clock;
    private final int bits;

    /** The unit must be there, its table is read on connections of its own. */
    @Activate
    public SqlSigningKeys(
            @Reference(target = "(preau.unit=keys)") Tx unit,
            @Reference Database database,
            @Reference Keys keys,
            @Reference Clock clock,
            SigningConfig config) {
        this(database, keys, clock, config.signing_bits());
    }

    /** With pairs of that many bits; the unit is open. */
    public SqlSigningKeys(Database database, Keys keys, Clock clock, int bits) {
        this.bits = bits;
        this.database = database;
        this.table = new SigningTable(keys);
        this.clock = clock;
    }

    /** Pairs as they were read, the one that signs last first. */
    private record Known(List<SigningKey> pairs, Instant read) {}

    /** Something done on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public SigningKey current(String name) {
        return signing(pairs(name));
    }

    @Override
    public List<SigningKey> published(String name) {
        List<SigningKey> pairs = new ArrayList<>(pairs(name));
        SigningKey signs = signing(pairs);
        pairs.remove(signs);
        pairs.add(0, signs);
        return List.copyOf(pairs);
    }

    @Override
    public void rotate(String name, Instant signsFrom) {
        Instant now = clock.instant();
        SigningKey made = MadePair.of(checked(name), bits, now, signsFrom);
        alone(name, connection -> {
            List<SigningKey> before = table.read(connection, name);
            if (before.isEmpty()) {
                table.add(connection, name, MadePair.of(name, bits, now, now), now);
            }
            table.add(connection, name, made, now);
            List<SigningKey> all = table.read(connection, name);
            SigningKey signs = signing(all);
            for (SigningKey old : all.subList(Math.min(KEPT, all.size()), all.size())) {
                if (!old.kid().equals(signs.kid())) {
                    table.forget(connection, name, old.kid());
                }
            }
            return true;
        });
        known.remove(name);
        log.info("Signing key {} of {} is published, it signs from {}", made.kid(), name, signsFrom);
    }

    /** Names that have pairs. */
    public List<String> names() {
        try (Connection connection = database.dedicated()) {
            return SigningTable.names(connection);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private List<SigningKey> pairs(String name) {
        Known there = known.get(checked(name));
        Instant now = clock.instant();
        if (there != null && there.read().plus(FRESH).isAfter(now)) {
            return there.pairs();
        }
        try {
            List<SigningKey> read = readOrMake(name, now);
            known.put(name, new Known(read, now));
            return read;
        } catch (PortalException e) {
            if (there == null || e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            log.debug("The signing keys of {} cannot be read again now", name, e);
            return there.pairs();
        }
    }

    private List<SigningKey> readOrMake(String name, Instant now) {
        try (Connection connection = database.dedicated()) {
            List<SigningKey> read = table.read(connection, name);
            if (!read.isEmpty()) {
                return read;
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
        return alone(name, connection -> {
            if (table.read(connection, name).isEmpty()) {
                table.add(connection, name, MadePair.of(name, bits, now, now), now);
            }
            return table.read(connection, name);
        });
    }

    private <T> T alone(String name, Work<T> work) {
        try (Connection connection = database.dedicated()) {
            connection.setAutoCommit(false);
            table.lock(connection, name);
            T done = work.on(connection);
            connection.commit();
            return done;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** The youngest whose time has come; the oldest while none has, a node's clock may be behind. */
    private SigningKey signing(List<SigningKey> pairs) {
        Instant now = clock.instant();
        return pairs.stream()
                .filter(pair -> !pair.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(() -> pairs.get(pairs.size() - 1));
    }

    private static PortalException unavailable(SQLException cause) {
        return new PortalException(ErrorCode.UNAVAILABLE, "the signing keys cannot be read", cause);
    }

    private static String checked(String name) {
        if (!name.matches("[a-z0-9.-]+")) {
            throw new IllegalArgumentException("not a key's name: " + name);
        }
        return name;
    }
}
