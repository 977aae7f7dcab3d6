package org.preau.core.audit.seal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.audit.AuditVerdict;
import org.preau.api.base.Ids;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Tx;
import org.preau.core.audit.AuditUnit;
import org.preau.core.audit.SqlAudit;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeKeys;

/** A trail of its own, and somebody who may write to its database. */
public final class Trail implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final UUID NODE = new UUID(0, 1);
    public static final Subject TEACHER = new Subject(Ids.next(), Ids.next(), Profile.TEACHER, Ids.next());

    public final TestDatabase database = TestDatabase.create();
    public final Tx tx = database.tx(new AuditUnit());
    public final SqlAudit audit = new SqlAudit(tx, CLOCK, NODE);
    public final FakeKeys keys = new FakeKeys();
    public final SealedTrail seals;

    /** A fresh one, whose node keeps its files there. */
    public Trail(Path data) {
        seals = new SealedTrail(tx, keys, CLOCK, NODE, data);
    }

    /** Writes so many entries. */
    public void write(int entries) {
        for (int i = 0; i < entries; i++) {
            audit.record(TEACHER, "test.write", "thing:" + i, Map.of("number", Integer.toString(i)));
        }
    }

    /** Does what the owner of the database can do. */
    public void tamper(String... statements) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("entry", "personal", "seal")) {
                statement.execute("alter table audit." + table + " disable trigger user");
            }
            for (String each : statements) {
                statement.execute(each);
            }
            for (String table : List.of("entry", "personal", "seal")) {
                statement.execute("alter table audit." + table + " enable trigger user");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Verifies without any head. */
    public AuditVerdict verify() {
        return seals.verify(List.of());
    }

    @Override
    public void close() {
        database.close();
    }
}
