package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.account.SqlAccounts;
import org.preau.core.directory.load.ForgetImagesJob;
import org.preau.core.directory.load.SqlDirectoryLoads;
import org.preau.core.persistence.testing.TestDatabase;

/** A directory on a fresh database with two invented schools of one circonscription: a class in each, a family across both. */
final class TestSchools implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    static final RecordForm FORM = TestAttributes.FORM;

    final List<PortalEvent> events = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final DirectoryGeneration generation = new DirectoryGeneration();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final Tx tx;
    final SqlStructures structures;
    final SqlDirectory directory;
    final SqlAccounts accounts;
    final SqlDirectoryLoads loads;

    private final TestDatabase database = TestDatabase.create();

    TestSchools() {
        tx = database.tx(new DirectoryUnit());
        structures = new SqlStructures(tx, generation);
        directory = new SqlDirectory(tx, events::add, structures, generation, clock);
        accounts = new SqlAccounts(tx, new Trail(), events::add, generation, clock);
        loads = new SqlDirectoryLoads(tx, database.database(), new Trail(), events::add, generation, clock);
    }

    /** Notes the actions. */
    Audit trail() {
        return new Trail();
    }

    void apply(List<FeedRecord> records) {
        try (DirectoryLoad load = open("24")) {
            records.forEach(load::add);
            load.apply(Leavers.all());
        }
    }

    DirectoryLoad open(String academy) {
        return loads.open(new LoadSource("aaf", academy, true, LocalDate.parse("2026-11-16"), "00"), FORM);
    }

    /** Kills backends of this database, as a crash would, and waits until they are gone. */
    void kill(String which) {
        Set<Integer> killed = Set.copyOf(tx.writeSql(connection -> Rows.list(
                connection,
                "select a.pid, pg_terminate_backend(a.pid, 5000) from pg_stat_activity a " + which
                        + " and a.pid <> pg_backend_pid() and a.datname = current_database()",
                row -> row.getInt(1))));
        assertThat(killed).as("backends killed").isNotEmpty();
    }

    /** Kills the process that applies a load, if there is one. */
    void kill() {
        tx.writeSql(connection -> Rows.list(
                connection,
                "select pg_terminate_backend(l.pid, 5000) from pg_locks l where l.locktype = 'advisory' and l.granted"
                        + " and (l.classid::bigint << 32) | l.objid::bigint = ?",
                row -> 0,
                0x5072_6561_7544_6972L));
    }

    UUID person(String key) {
        return tx.readSql(connection -> Rows.first(
                        connection,
                        "select person_id from directory.person_source where key = ?",
                        row -> Rows.uuid(row, "person_id"),
                        key))
                .orElseThrow();
    }

    /** A session of that person's. */
    Subject viewer(String key, Profile profile) {
        UUID person = person(key);
        UUID account = accounts.ofPerson(person).get(0).id();
        return new Subject(account, person, profile, null);
    }

    UUID structure(String code) {
        return structures.byCode(code).orElseThrow().id();
    }

    UUID schoolClass(String uai, String name) {
        return directory.classesOf(structure(uai)).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public void close() {
        database.close();
    }

    static void forgetImages(Tx tx, Clock clock, java.time.Duration kept) {
        new ForgetImagesJob(tx, clock, kept).run("");
    }

    private final class Trail implements Audit {
        @Override
        public int erasePerson(UUID personId) {
            return 0;
        }

        @Override
        public void record(Subject subject, String action, String target, Map<String, String> details) {
            audited.add(action);
        }

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }
}
