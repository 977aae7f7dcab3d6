package org.preau.core.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.preau.api.audit.AuditDetails;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditVerdict;
import org.preau.api.audit.AuditVerdict.Finding;
import org.preau.api.audit.AuditVerdict.Kind;
import org.preau.api.base.Requirement;

/** Whoever owns the database can change anything: whatever he does shows. */
@Requirement("71E")
class TamperTest {
    @TempDir
    Path data;

    private Trail trail;

    /** Entries 1 to 3 under seal 1, 4 to 6 under 2, 7 to 9 under 3; 10 has a personal detail, under 4. */
    @BeforeEach
    void write() {
        trail = new Trail(data);
        for (int i = 0; i < 3; i++) {
            trail.write(3);
            trail.seals.seal();
        }
        AuditDetails personal = AuditDetails.NONE.personal(Trail.TEACHER.personId(), "address", "192.0.2.1");
        trail.audit.record(Trail.TEACHER, "test.write", "thing:10", personal);
        trail.seals.seal();
        assertThat(trail.verify().findings()).isEmpty();
    }

    @AfterEach
    void close() {
        trail.close();
    }

    static Stream<Arguments> deeds() {
        return Stream.of(
                deed(Kind.ENTRY_CHANGED, 1, 2, "update audit.entry set action = 'test.other' where seq = 2"),
                deed(Kind.ENTRY_CHANGED, 2, 5, "update audit.entry set details = '{\"number\": \"9\"}' where seq = 5"),
                deed(
                        Kind.ENTRY_CHANGED,
                        2,
                        5,
                        "update audit.entry set at = at + interval '1 microsecond' where seq = 5"),
                deed(Kind.ENTRY_CHANGED, 3, 7, "update audit.entry set account_id = null where seq = 7"),
                deed(
                        Kind.ENTRY_CHANGED,
                        3,
                        7,
                        "update audit.entry set after = '{}', before = '{\"a\": \"b\"}' where seq = 7"),
                deed(Kind.ENTRY_REMOVED, 2, 4, "delete from audit.entry where seq = 4"),
                deed(Kind.ENTRY_REMOVED, 2, 4, "delete from audit.entry where seq = 4", copy(100, 4)),
                deed(Kind.ENTRY_INSERTED, 0, 100, copy(100, 4)),
                deed(Kind.DETAIL_CHANGED, 4, 10, "update audit.personal set value = '192.0.2.2'"),
                deed(Kind.ENTRY_CHANGED, 4, 10, "update audit.personal set value = '192.0.2.2', digest = sha256('x')"),
                deed(Kind.ENTRY_CHANGED, 4, 10, "delete from audit.personal"),
                deed(
                        Kind.ENTRY_CHANGED,
                        1,
                        1,
                        "alter table audit.entry alter column seq drop identity",
                        swap("entry", "seq", 1, 2)),
                deed(Kind.SEAL_REMOVED, 2, 0, "delete from audit.seal where number = 2"),
                deed(Kind.SEAL_REMOVED, 1, 0, "delete from audit.seal where number = 1"),
                deed(Kind.ENTRY_INSERTED, 0, 10, "delete from audit.seal where number = 4"),
                deed(Kind.SEAL_CHANGED, 1, 0, swap("seal", "number", 1, 2)),
                deed(
                        Kind.SEAL_CHANGED,
                        3,
                        0,
                        "update audit.seal set sealed_at = sealed_at + interval '1 s' where number = 3"),
                deed(Kind.SEAL_CHANGED, 3, 0, "update audit.seal set mac = sha256('x') where number = 3"),
                deed(
                        Kind.SEAL_CHANGED,
                        2,
                        0,
                        "delete from audit.entry where seq = 5",
                        "update audit.seal set entries = '{4,6}' where number = 2"),
                deed(
                        Kind.SEAL_CHANGED,
                        2,
                        0,
                        "delete from audit.entry where seq in (4, 5, 6)",
                        "update audit.seal set entries = null, leaves = null, pruned_at = now(), pruned_mac = sha256('x') where number = 2"));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void findsWhichEntryOrSealAndWhen(Kind kind, long seal, long entry, List<String> statements) {
        trail.tamper(statements.toArray(String[]::new));
        AuditVerdict verdict = trail.verify();
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.seal()).isEqualTo(seal);
            assertThat(finding.entry()).isEqualTo(entry);
            assertThat(finding.at()).isNotEmpty();
        });
    }

    @Test
    void findsThatTheEndWasRemovedByTheHeadKeptOutsideTheDatabase() throws Exception {
        trail.tamper(
                "delete from audit.seal where number = 4",
                "delete from audit.personal",
                "delete from audit.entry where seq = 10");
        assertThat(kinds(trail.verify())).containsExactly(Kind.HEAD_UNKNOWN);
        trail.write(1);
        trail.seals.seal();
        assertThat(kinds(trail.verify())).containsExactly(Kind.HEAD_UNKNOWN);
        assertThat(Files.readString(data.resolve("audit.heads.lost"))).contains(":4:");
        trail.write(1);
        trail.seals.seal();
        assertThat(kinds(trail.verify())).containsExactly(Kind.HEAD_UNKNOWN);
    }

    @Test
    void findsThatTheWholeTrailWasReplaced() {
        AuditHead kept = trail.seals.heads().get(0);
        trail.tamper("delete from audit.seal", "delete from audit.personal", "delete from audit.entry");
        assertThat(kinds(trail.verify())).contains(Kind.HEAD_UNKNOWN);
        assertThat(kinds(trail.seals.verify(List.of(kept)))).contains(Kind.HEAD_UNKNOWN);
    }

    @Test
    void anEntryRemovedBeforeItWasSealedShowsToo() {
        trail.write(2);
        trail.tamper("delete from audit.entry where seq = 11");
        trail.seals.seal();
        assertThat(kinds(trail.verify())).containsExactly(Kind.ENTRY_REMOVED);
    }

    private static List<Kind> kinds(AuditVerdict verdict) {
        return verdict.findings().stream().map(Finding::kind).distinct().toList();
    }

    private static Arguments deed(Kind kind, long seal, long entry, String... statements) {
        return Arguments.of(kind, seal, entry, List.of(statements));
    }

    private static String copy(long to, long from) {
        return "insert into audit.entry (seq, id, at, action, target, details) overriding system value select " + to
                + ", id, at, action, target, details from audit.entry where seq <> 10 limit 1 offset " + (from % 2);
    }

    private static String swap(String table, String key, long one, long other) {
        String name = "audit." + table;
        return "update " + name + " set " + key + " = 1000 where " + key + " = " + one + "; update " + name + " set "
                + key
                + " = " + one + " where " + key + " = " + other + "; update " + name + " set " + key + " = " + other
                + " where " + key + " = 1000";
    }
}
